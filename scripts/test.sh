#!/bin/sh
# Sets up, then runs every check. The last line is `N passed, N failed`, whatever happens.
here=${0%/*}
if ! sh "$here/setup.sh"; then
  echo '0 passed, 1 failed'
  exit 1
fi
cd "$here/.." && exec npm run --silent check
