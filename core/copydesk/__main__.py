"""``python -m copydesk`` is the command ``copydesk``."""

from copydesk.cli import main

if __name__ == "__main__":
    main()
