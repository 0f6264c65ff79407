import { phrases, type ProseLists } from "./prose-lists.ts";

export const german: ProseLists = {
  description: phrases(
    `Deckt die üblichen Fälle ab
    Wird in allen Filialen angeboten
    Gilt für die meisten Aufträge
    Bleibt für ältere Vorgänge bestehen
    Wurde mit der neuen Preisliste eingeführt
    Eignet sich für kleinere Teams
    Ist für den täglichen Gebrauch gedacht
    Wird vor der Freigabe von Hand geprüft
    Ersetzt die Ausgabe des letzten Jahres
    Gehört zum Frühjahrsprogramm
    Dient nur internen Zwecken`,
    `, Betreuung inbegriffen
    , ohne Aufpreis
    , solange der Vorrat reicht
    , bis auf Weiteres
    , auch an Samstagen
    , ab dem nächsten Monat
    , nach kurzer Rücksprache
    , zu den üblichen Bedingungen`,
  ),
  story: phrases(
    `Eine pensionierte Lehrerin
    Ein junger Ermittler
    Der letzte Leuchtturmwärter der Insel
    Eine ehrgeizige Köchin
    Ein reisender Musiker
    Die Tochter eines Uhrmachers
    Ein schüchterner Bibliothekar
    Eine Journalistin in einer geteilten Stadt
    Ein alter Seemann`,
    `findet einen Brief, der nie gelesen werden sollte
    muss vor dem Winter den Weg nach Hause finden
    will den Familienbetrieb retten
    erfährt, dass sich die Vergangenheit nicht abschütteln lässt
    gerät in eine gefährliche Wette
    findet unerwartet einen Verbündeten
    muss zwischen Pflicht und Liebe wählen
    deckt ein Geheimnis auf, das die ganze Stadt hütet`,
  ),
  comment: phrases(
    `Kunde zurückgerufen
    Unterlagen geprüft
    Im Lager nachgefragt
    Dokumente erneut gesendet
    Zahlen durchgesehen
    Nachricht hinterlassen
    An die Buchhaltung übergeben
    Vor Ort besprochen
    Telefonisch bestätigt
    Unterschriebenes Formular erhalten`,
    `, neuer Termin vereinbart
    , keine Auffälligkeiten
    , Rückmeldung folgt nächste Woche
    , alles erledigt
    , Antwort steht noch aus
    , wie vereinbart
    , Adresse berichtigt
    , Vorgang abgeschlossen`,
  ),
  review: phrases(
    `Funktioniert wie beschrieben
    Die Lieferung kam schneller als erwartet
    Gutes Preis-Leistungs-Verhältnis
    Die Farbe ist etwas dunkler als auf dem Bild
    Würde ich wieder kaufen
    Leicht aufzubauen
    Die Anleitung könnte klarer sein
    Freundlicher und hilfsbereiter Service
    Kleiner als gedacht, aber in Ordnung
    Genau das, was ich gesucht habe
    Kam gut verpackt an
    Nicht perfekt, aber gut genug
    Etwas laut, sonst sehr gut`,
  ),
  praise: phrases(
    `Funktioniert wie beschrieben
    Die Lieferung kam schneller als erwartet
    Gutes Preis-Leistungs-Verhältnis
    Würde ich wieder kaufen
    Leicht aufzubauen
    Freundlicher und hilfsbereiter Service
    Genau das, was ich gesucht habe
    Kam gut verpackt an`,
  ),
  mixed: phrases(
    `Nicht perfekt, aber gut genug
    Die Farbe ist etwas dunkler als auf dem Bild
    Die Anleitung könnte klarer sein
    Kleiner als gedacht, aber in Ordnung
    Etwas laut, sonst in Ordnung
    Für den Preis in Ordnung`,
  ),
  complaint: phrases(
    `Nach einer Woche kaputt
    Nicht wie beschrieben
    Habe es zurückgeschickt
    Kam beschädigt an
    Niemand hat auf meine Nachrichten geantwortet
    Viel zu laut
    Würde ich nicht wieder kaufen
    Es fehlten Teile`,
  ),
  message: phrases(
    `Vielen Dank für Ihre Nachricht
    Wir haben Ihre Anfrage erhalten und antworten innerhalb von zwei Tagen
    Die Zahlen des letzten Monats finden Sie im Anhang
    Bitte geben Sie uns Bescheid, ob der Termin passt
    Die Besprechung wurde auf Donnerstag verschoben
    Ihre Bestellung ist unterwegs
    Ich habe eine Frage zur letzten Rechnung
    Könnten Sie mir die Unterlagen noch einmal schicken?
    Wir freuen uns auf Ihren Besuch
    Bitte bestätigen Sie die Lieferadresse
    Die Änderung wurde wie gewünscht vorgenommen
    Wir bitten um Entschuldigung für die Verzögerung`,
  ),
  subject: phrases(
    `Frage zu
    Neues zu
    Rückmeldung zu
    Unterlagen zu
    Anmerkungen zu
    Zusammenfassung zu`,
    `Ihrer Buchung
    unserer letzten Rechnung
    dem Liefertermin
    dem neuen Vertrag
    dem Monatsbericht
    der Besprechung
    der Preisliste
    der Kundenumfrage`,
  ),
  clinical: phrases(
    `Vorstellung zur Kontrolle
    Blutdruck gut eingestellt
    Lunge auskultatorisch frei
    Husten seit drei Tagen
    EKG ohne akute Veränderungen
    Knieschmerzen unter Physiotherapie gebessert
    Blutzucker über dem Zielwert
    Wunde heilt gut ab
    Kopfschmerzen zweimal pro Woche
    Atemnot bei Belastung
    Gewicht seit dem letzten Besuch stabil
    Laborwerte im Normbereich`,
    `, Medikation unverändert
    , Kontrolle in sechs Wochen
    , kein Hinweis auf eine Infektion
    , Schonung empfohlen
    , Dosis angepasst
    , Überweisung zum Facharzt
    , weitere Untersuchungen veranlasst
    , mit dem Patienten besprochen`,
  ),
  reason: phrases(
    `anderswo günstiger gefunden
    zu spät geliefert
    beim Transport beschädigt
    falsche Größe bestellt
    versehentlich doppelt bestellt
    nicht mehr benötigt
    falsch eingegeben
    in eine andere Stadt gezogen
    fehlende Unterlagen
    auf Wunsch des Kunden
    technischer Fehler
    Vertragsende`,
  ),
  keywords: phrases(
    `Sommer
    Garten
    Büro
    Reise
    Familie
    Küche
    Gesundheit
    Musik
    Sport
    Angebot
    Wochenende
    Schule
    Stadt
    Natur
    Technik
    Winter
    Geschenk
    Haushalt`,
  ),
};
