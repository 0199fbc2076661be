"""French words, names and figures for the generated pages."""
W = """le la les un une des du de et à en pour par sur avec dans selon société entreprise client prestation contrat article référentiel
label numérique responsable engagement direction gérant président cotisation adhésion association cluster attestation assurance
garantie responsabilité civile professionnelle police souscripteur échéance montant total facture paiement chèque ordre date lieu
signature cachet extrait immatriculation registre commerce greffe tribunal capital siège social activité principale personnel emploi
qualification entrée sortie nationalité licence logiciel version poste utilisateur éditeur certificat marque logo utilisation règles
interdiction durée période valable exclusion franchise plafond sinistre dommages corporels matériels fournisseur sous-traitant délai
livraison recette projet méthode équipe formation compétences besoins devis jalons confidentialité données personnelles sécurité
développement durable recyclage énergie serveur hébergement maintenance réversibilité propriété intellectuelle code source document
page présente certifie déclare soussigné approuvé reconnaît accepte conformément dispositions applicables France Paris Lyon Nantes
Bordeaux Lille Rennes Toulouse Grenoble""".split()
FIRST = "Marie Jean Hélène Paul Anaïs Karim Sophie Luc Camille Nadia Pierre Chloé Hugo Inès Julien Léa Marc Nora Olivier Zoé Yves Élise Jean-Marc Marie-Claude Pierre-Yves Anne-Sophie Gaëtan Béatrice".split()
LAST = "Martin Bernard Roux Dupont Lefèvre Moreau Garnier Fabre Le-Goff Pons Rey Blanc Chevalier Da-Silva Nguyen Haddad Kovacs Weber Girard Quentin Joly Ben-Amar Lambert-Cros De-Brie Vasseur Marchetti Oudin Ferreira Zeller Tissier".split()
MENTIONS = ["lu et approuvé", "bon pour accord", "bon pour engagement", "lu et approuvé, bon pour accord", "certifié exact", "certifié conforme", "lu et accepté",
            "bon pour acceptation", "pour valoir ce que de droit", "lu, approuvé", "Bon pour 400 euros", "vu", "reçu le"]
TOWNS = "Paris Lyon Nantes Bordeaux Lille Rennes Toulouse Grenoble Angoulême Besançon Niort Bourges Tours Pau Metz".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
ROLES = ["Le gérant", "La gérante", "Le président", "Signature", "Le dirigeant", "Pour la société", "Cachet et signature", "Le Greffier",
         "Pour la Compagnie", "Le directeur", "Signature du titulaire", "Pour l'entreprise", "Lu et approuvé", "Le trésorier"]


def pick(r, items):
    return items[r.integers(len(items))]


def person(r):
    return pick(r, FIRST) + " " + pick(r, LAST).replace("-", " ")


def mention(r):
    text = pick(r, MENTIONS)
    return text if r.random() < 0.5 else text.capitalize()


def few(r, lo, hi):
    return " ".join(pick(r, W) for _ in range(r.integers(lo, hi + 1)))


def sentence(r, n):
    t = " ".join(pick(r, W) for _ in range(n))
    return t[0].upper() + t[1:] + "."


def date(r):
    d, m, y = r.integers(1, 29), r.integers(1, 13), r.integers(2005, 2027)
    kind = r.integers(4)
    if kind == 0:
        return "%02d/%02d/%d" % (d, m, y)
    if kind == 1:
        return "%d %s %d" % (d, MONTHS[m - 1], y)
    return "%02d.%02d.%02d" % (d, m, y % 100) if kind == 2 else "le %d-%d-%d" % (d, m, y)


def number(r):
    kind = r.integers(4)
    if kind == 0:
        return "%d,00 €" % r.integers(10, 9999)
    if kind == 1:
        return " ".join("%03d" % r.integers(1000) for _ in range(3))
    return "%d" % r.integers(10, 10**r.integers(2, 9)) if kind == 2 else "= %d =" % r.integers(100, 999)
