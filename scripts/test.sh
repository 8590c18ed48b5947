#!/bin/sh
# Sets up, then runs every check. The last line is `N passed, N failed`, whatever happens.
here=${0%/*}
if ! sh "$here/setup.sh"; then
  echo '0 passed, 1 failed'
  exit 1
fi
cd "$here/.." || exit 1
# Where no service may be missing, the S3 store that nobody has by chance is built and runs for as long as the checks.
if [ "$CAIRN_REQUIRE_SERVICES" = 1 ] && [ -z "$CAIRN_TEST_S3" ]; then
  exec npm run --silent s3-server -- node scripts/check.mjs
fi
exec npm run --silent check
