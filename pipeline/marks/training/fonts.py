"""The font files used by the page generator, sorted into print, hand and script. Folders: see README.md."""
import functools
import os

from PIL import ImageFont

# Families that draw like a hand: used for pen marks (bent and jittered) and, straight, as printed look-alikes.
HAND = """Breip breipfont BecauseWeBuild-Regular BecauseWeConnect-Regular BecauseWeCreate-Regular BecauseWeLearn-Regular
BecauseWeMentor-Regular BecauseWeOrganize-Regular dkg dkgIt femkeklaver Rufscript010 SteveHand f500 Delphine Ecolier-court
architects-daughter bad-script caveat cedarville-cursive covered-by-your-grace gloria-hallelujah gochi-hand homemade-apple
indie-flower kalam licorice nanum-pen-script oooh-baby patrick-hand reenie-beanie shadows-into-light sue-ellen-francisco
vibur whisper marck-script Kristi mr-de-haviland herr-von-muellerhoff monsieur-la-doulaise allura alex-brush sacramento
ephesis birthstone condiment""".split()
SCRIPT = """TypoScript DancingScript-Regular DancingScript-Bold KaushanScript-Regular LeckerliOne-Regular lobster Joscelyn-Regular
LobsterTwo-Italic LobsterTwo-Regular Isabella RomandeADFScriptStd-Italic great-vibes italianno parisienne pinyon-script
rochester satisfy sofia tangerine yellowtail cookie courgette damion allura alex-brush sacramento ephesis caveat
cedarville-cursive homemade-apple bad-script marck-script mr-de-haviland herr-von-muellerhoff Rufscript010 dkg""".split()
ICONS = ["fontawesome-webfont", "Symbola_hint"]
LEFT_OUT = ["OpenDyslexic", "Symbola", "FontAwesome", "komatuna", "Humor", "TomsonTalks", "Havana", "Thin", "Hairline", "UltraLight"]


@functools.lru_cache(None)
def files():
    """Paths by stem; the folders come from PARAPHE_FONTS (colon separated)."""
    found = {}
    for folder in os.environ["PARAPHE_FONTS"].split(":"):
        for root, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                stem, ext = os.path.splitext(name)
                if ext.lower() in (".ttf", ".otf", ".woff"):
                    found.setdefault(stem, os.path.join(root, name))
    return found


@functools.lru_cache(None)
def group(name):
    have = files()
    if name == "hand":
        return [have[f] for f in HAND if f in have]
    if name == "script":
        return [have[f] for f in SCRIPT if f in have]
    if name == "icons":
        return [have[f] for f in ICONS if f in have]
    special = set(HAND) | set(SCRIPT) | set(ICONS)
    return [p for s, p in sorted(have.items()) if s not in special and not any(w in s for w in LEFT_OUT)]


@functools.lru_cache(400)
def load(path, size):
    return ImageFont.truetype(path, max(4, int(size)))
