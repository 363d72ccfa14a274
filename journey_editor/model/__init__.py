"""What a journey is, as frozen values. Nothing in this room knows Qt, files, or layout; it imports nothing of ours."""

import os

# Plug-ins of pydantic are none of ours; looking for them among all that is installed takes a while at every start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
