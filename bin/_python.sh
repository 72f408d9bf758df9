# Sourced by bin/run and bin/test: finds the project and a Python that is new enough.
# Sets $root and $python, or ends with a sentence that says what to do.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
python=
for candidate in "${B2B_PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    found=$(python3 --version 2>&1) || found="no python3 on the PATH"
    echo "Buurthulp needs Python 3.11 or later; found: $found." >&2
    echo "Install a newer python3, or name one: B2B_PYTHON=/path/to/python3 $0" >&2
    exit 1
fi
