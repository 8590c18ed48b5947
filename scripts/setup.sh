#!/bin/sh
# Sets up a checkout: checks the tools, then installs and builds what has changed.
sh "${0%/*}/setup/check-tools.sh" || exit 1
exec node "${0%/*}/setup.mjs"
