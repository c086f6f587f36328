# BCE Kiosk: `make run` shows the kiosk, `make test` tests it, `make help` lists the rest.
VENV := .venv
PYTHON := $(VENV)/bin/python
CATALOGUE :=
ROWS :=
ROOMS :=
SAMPLE :=
# A real window and real pixels without a screen; Kivy leaves our command line alone.
OFFSCREEN := SDL_VIDEODRIVER=offscreen KIVY_NO_ARGS=1
PYTEST := $(OFFSCREEN) $(PYTHON) -m pytest

.DEFAULT_GOAL := help
.PHONY: help run test test-long monkey lint gallery bench mutants pages assets lock clean ready-to-run ready-to-test

help: ## List what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-18s%s\n", $$1, $$2}'

run: ready-to-run ## Show the kiosk on the demo library, or on a real catalogue: make run CATALOGUE=file
	@$(VENV)/bin/bce-kiosk demo $(if $(CATALOGUE),--catalogue "$(CATALOGUE)")

test: ready-to-test ## Test everything that is quick to test
	@$(PYTEST) -n 2 --dist loadfile

test-long: ready-to-test ## Test what takes many minutes: the locks under every Python found
	@$(PYTEST) -m long

monkey: ready-to-test ## Play 100,000 random actions in a hurry; another game: make monkey MONKEY_SEED=7
	@$(PYTEST) -m long -s --timeout 7200 tests/screens/test_monkey.py -k hurry

lint: ready-to-test ## Check style, types and who imports whom
	@$(PYTEST) tests/house

gallery: ready-to-run ## Draw every screen in every language and size into build/gallery
	@$(OFFSCREEN) $(PYTHON) -m ui.gallery

bench: ready-to-test ## Measure against bare floors; one row only: make bench ROWS=search
	@$(PYTHON) -m tests.bench.runner $(if $(ROWS),--rows "$(ROWS)")

mutants: ready-to-test ## Break the code on purpose and count what the tests notice; all of it: make mutants SAMPLE=0
	@$(OFFSCREEN) $(PYTHON) -m tests.mutation.lane $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(ROOMS),--rooms $(ROOMS))

pages: ready-to-run ## Write anew what a machine knows of the documents: session, table of causes
	@$(PYTHON) -m provisioning.pages

assets: ready-to-run ## Make fonts, pictograms and translations

lock: ## Resolve the Python packages anew, with hashes
	@provisioning/lock.sh

clean: ## Remove what was made (keeps .venv)
	rm -rf build mutants appliance/language/fonts appliance/language/voice/made .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find appliance -name '*.mo' -delete

ready-to-run:
	@provisioning/prepare.sh run
	@$(PYTHON) provisioning/assets.py

ready-to-test:
	@provisioning/prepare.sh test
	@$(PYTHON) provisioning/assets.py
