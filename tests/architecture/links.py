"""The program that a person runs must link none of the parsers of candidates' bytes: ldd shows what it loads.

    links.py PROGRAM
"""
import re
import subprocess
import sys

PARSERS = re.compile(r'lib(poppler|tesseract|opencv|archive|lept|qpdf|gmime|gsf|magic|heif|exif|ZXing)', re.I)

loaded = subprocess.run(['ldd', sys.argv[1]], text=True, capture_output=True, check=True).stdout
found = [line.strip() for line in loaded.splitlines() if PARSERS.search(line)]
print('\n'.join(found) or 'no parser is linked')
sys.exit(1 if found else 0)
