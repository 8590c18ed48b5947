# Everything here sets up what it needs first; a second run builds only what has changed.
.DEFAULT_GOAL := run_all
.PHONY: run_all setup demo test check clean

# Serves the API with its embedded database, until Ctrl-C. (The containers come later.)
run_all: setup
	@npm run --silent start

# Packages, prover and TypeScript. The prover takes 12 to 15 minutes the first time.
setup:
	@sh scripts/setup.sh

# One program, its input groups, two donors, proofs, results.
demo: setup
	@npm run --silent demo

# All checks and tests. The last line is `N passed, N failed`.
test:
	@sh scripts/test.sh

# The same without the set-up.
check:
	@npm run --silent check

# Deletes what was installed and built in this folder. The prover stays in the cache folder (~/.cache/cairn).
clean:
	rm -rf node_modules */node_modules */dist coverage prover/.cargo prover/.cairn prover/target
	rm -f *.tsbuildinfo */*.tsbuildinfo
