"""A plugin that does to its process what a page tells it to, and pages that tell it."""

from pathlib import Path

from tests.harbour import PAGE

PLUGIN = """
import os, re, signal, time
from copydesk import Layout, Outlet, hookimpl

def once(folder):
    try:
        open(os.path.join(os.environ["TROUBLE"], folder), "x").close()
    except FileExistsError:
        return
    os._exit(4)

TROUBLES = {
    "hang": lambda: [None for _ in iter(int, 1)],
    "sleep": lambda: time.sleep(600),
    "exit": lambda: os._exit(3),
    "fault": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "memory": lambda: bytearray(3 << 30),
    "once": lambda: once("once"),
    "print": lambda: os.write(1, b"R" * 70_000),
    "slow": lambda: time.sleep(0.005),
}

class Harbour(Outlet):
    name = "harbour"
    hosts = ("harbour.example",)
    layouts = (Layout("2021", mark="body.harbour", headline=".story h1", body=".copy"),)
    def byline(self, page):
        for trouble in re.findall("trouble-([a-z]+)", page.text):
            TROUBLES[trouble]()

@hookimpl
def register_outlets():
    return [Harbour()]
"""


def settings(folder: Path) -> Path:
    """Write the plugin, and settings that name it."""
    folder.mkdir()
    (folder / "harbour.py").write_text(PLUGIN)
    file = folder / "copydesk.toml"
    file.write_text('[plugins.harbour]\npath = "harbour.py"\n[plugins.blog]\nenabled = false\n')
    return file


def page(trouble: str = "", headline: str = "New roof for the market") -> str:
    """Give a page that makes that trouble."""
    marked = PAGE.replace('class="harbour"', f'class="harbour trouble-{trouble}"')
    return (marked if trouble else PAGE).replace("New roof for the market", headline)
