"""Making and reviewing cases: what ``copydesk case add``, ``review`` and ``update`` stand on."""
