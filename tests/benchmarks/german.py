"""German words as they stand on journey maps, put together by chance: short titles, descriptions of any length.

Compounds make the vocabulary as wide as that of real maps: some 20,000 different words on 10,000 cards.
"""

from __future__ import annotations

from random import Random

_FIRST = (
    "Kunden Beratungs Service Bestell Liefer Termin Vertrags Rechnungs Filial Online Newsletter Produkt Angebots "
    "Reklamations Rückgabe Zahlungs Versand Anmelde Konto Passwort Empfehlungs Bewertungs Gutschein Schadens Wartungs "
    "Einkaufs Besuchs Kassen Telefon Messe Lager Montage Techniker Erinnerungs Umfrage Treue Prämien Warenkorb Such "
    "Vergleichs Probefahrt Übergabe Garantie Ersatzteil Störungs Notfall Abschluss Kündigungs Verlängerungs Willkommens"
).split()

_SECOND = (
    "gespräch portal seite formular bestätigung anfrage übersicht mitteilung termin nummer status karte liste frist "
    "stelle bogen zettel mappe führung auswahl prüfung freigabe eingabe ausgabe annahme schritt wunsch vorschlag "
    "unterlagen hotline betreuung abwicklung verfolgung hinweis text anzeige schalter ablauf protokoll vorgang "
    "nachricht erinnerung strecke adresse daten angaben verwaltung planung einladung zusammenfassung bearbeitung"
).split()

_VERBS = (
    "prüfen öffnen anfordern vergleichen ausfüllen bestätigen erhalten suchen absenden besuchen vereinbaren verfolgen "
    "lesen verstehen nachfragen bewerten empfehlen kündigen verlängern übernehmen erklären abholen anpassen speichern"
).split()

_ADJECTIVES = (
    "neue persönliche schnelle digitale telefonische unübersichtliche freundliche späte gedruckte automatische "
    "kostenlose verbindliche ausführliche verständliche fehlende regelmäßige barrierefreie mehrsprachige doppelte"
).split()

_PLACES = (
    "auf der Website|in der Filiale|am Telefon|per E-Mail|in der App|am Schalter|auf der Messe|im Kundenkonto|"
    "beim Fachhändler|auf der Startseite|im Chat|über den Außendienst|auf der Baustelle|im Wartebereich"
).split("|")

_OPENINGS = (
    "Die Kundin möchte|Der Kunde kann|Viele Kunden wollen|Das Team soll|Die Beraterin hilft,|Niemand weiß, wie man|"
    "Erst nach langem Suchen lässt sich|Wer neu ist, muss|Nach drei Tagen darf man"
).split("|")

_ENDINGS = (
    "ohne lange zu warten|und bekommt sofort eine Antwort|obwohl die Angaben schon vorliegen|"
    "bevor die Frist von 14 Tagen abläuft|damit nichts doppelt erfasst wird|weil die Übersicht fehlt|"
    "und fühlt sich gut aufgehoben|aber der Link führt ins Leere|und fragt sich, wie es weitergeht|"
    "was im Test 38 % der Befragten gelang"
).split("|")


class German:
    """Words and sentences out of one source of chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def noun(self) -> str:
        pick = self._chance.choice
        first, second = pick(_FIRST), pick(_SECOND)
        if self._chance.random() < 0.12:  # compounds of three, as German has them
            return first + pick(_FIRST).lower() + second
        return first + second

    def title(self) -> str:
        """Two to four words: "Neue Bestellübersicht prüfen"."""
        pick, kind = self._chance.choice, self._chance.random()
        if kind < 0.5:
            return f"{self.noun()} {pick(_VERBS)}"
        if kind < 0.8:
            return f"{pick(_ADJECTIVES).capitalize()} {self.noun()} {pick(_VERBS)}"
        return f"{self.noun()} {pick(_PLACES)}"

    def sentence(self) -> str:
        pick = self._chance.choice
        return (
            f"{pick(_OPENINGS)} die {pick(_ADJECTIVES)} {self.noun()} {pick(_PLACES)} {pick(_VERBS)}, {pick(_ENDINGS)}."
        )

    def description(self) -> str:
        """Nothing, a few words, or up to four sentences."""
        kind = self._chance.random()
        if kind < 0.15:
            return ""
        if kind < 0.45:
            return f"{self._chance.choice(_ADJECTIVES).capitalize()} {self.noun()} {self._chance.choice(_PLACES)}"
        return " ".join(self.sentence() for _ in range(1 if kind < 0.85 else self._chance.randint(2, 4)))
