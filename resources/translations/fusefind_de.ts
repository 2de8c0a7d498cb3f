<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Where FuseFind keeps its data.</source>
        <translation>Wo FuseFind seine Daten ablegt.</translation>
    </message>
    <message>
        <source>What to compute on: auto, cpu, cuda or cuda:N.</source>
        <translation>Worauf gerechnet wird: auto, cpu, cuda oder cuda:N.</translation>
    </message>
    <message>
        <source>Threads for computing; 0: one a core.</source>
        <translation>Threads zum Rechnen; 0: einer je Kern.</translation>
    </message>
    <message>
        <source>A folder with a library to try, and with pairs to train on.</source>
        <translation>Ein Ordner mit einer Bibliothek zum Ausprobieren und mit Paaren zum Trainieren.</translation>
    </message>
    <message>
        <source>Finds your own pictures and sounds by words, by a sound, or by a picture.</source>
        <translation>Findet Ihre eigenen Bilder und Klänge anhand von Worten, eines Klangs oder eines Bildes.</translation>
    </message>
</context>
<context>
    <name>DesktopActions</name>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>„%1“ ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>No program on this computer opens “%1”.</source>
        <translation>Kein Programm auf diesem Computer öffnet „%1“.</translation>
    </message>
</context>
<context>
    <name>EncoderChoice</name>
    <message>
        <source>Made for speech, not for other sounds</source>
        <translation>Für Sprache gemacht, nicht für andere Klänge</translation>
    </message>
    <message>
        <source>Can be joined with the first; takes more time</source>
        <translation>Kann mit dem ersten verbunden werden; braucht mehr Zeit</translation>
    </message>
    <message>
        <source>Made for speech; no other encoder of sounds is installed</source>
        <translation>Für Sprache gemacht; kein anderer Encoder für Klänge ist installiert</translation>
    </message>
    <message>
        <source>Made for sounds of all kinds</source>
        <translation>Für Klänge aller Art gemacht</translation>
    </message>
    <message>
        <source>A third one adds little</source>
        <translation>Ein dritter bringt wenig</translation>
    </message>
    <message>
        <source>Reads pictures</source>
        <translation>Liest Bilder</translation>
    </message>
    <message>
        <source>Two joined find more than one</source>
        <translation>Zwei verbunden finden mehr als einer</translation>
    </message>
    <message>
        <source>Reads captions</source>
        <translation>Liest Bildtexte</translation>
    </message>
</context>
<context>
    <name>FactsText</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Etwas ist schiefgegangen.</translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Relevanz %1</translation>
    </message>
    <message numerus="yes">
        <source>with %Ln more like it</source>
        <translation>
            <numerusform>mit %Ln weiteren ähnlichen Aufnahme</numerusform>
            <numerusform>mit %Ln weiteren ähnlichen Aufnahmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapText</name>
    <message>
        <source>Unlike: %1 or less</source>
        <translation>Unähnlich: bis %1</translation>
    </message>
    <message>
        <source>Alike: %1 or more</source>
        <translation>Ähnlich: ab %1</translation>
    </message>
    <message>
        <source>One half not encoded</source>
        <translation>Eine Hälfte nicht kodiert</translation>
    </message>
</context>
<context>
    <name>PairText</name>
    <message>
        <source>Picture and caption</source>
        <translation>Bild und Beschreibung</translation>
    </message>
    <message>
        <source>Sound and caption</source>
        <translation>Klang und Beschreibung</translation>
    </message>
    <message>
        <source>Picture and sound</source>
        <translation>Bild und Klang</translation>
    </message>
    <message>
        <source>Pictures with captions</source>
        <translation>Bilder mit Beschreibungen</translation>
    </message>
    <message>
        <source>Sounds with captions</source>
        <translation>Klänge mit Beschreibungen</translation>
    </message>
    <message>
        <source>Pictures with sounds</source>
        <translation>Bilder mit Klängen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>caption mended</source>
        <translation>Beschreibung verbessert</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pairs for %1</source>
        <translation>Paare für %1</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>Different words</source>
        <translation>Verschiedene Wörter</translation>
    </message>
    <message>
        <source>Mended captions</source>
        <translation>Verbesserte Beschreibungen</translation>
    </message>
    <message>
        <source>Pairs with a problem</source>
        <translation>Paare mit einem Problem</translation>
    </message>
    <message>
        <source>Excluded pairs, not counted above</source>
        <translation>Ausgeschlossene Paare, oben nicht mitgezählt</translation>
    </message>
    <message>
        <source>fit %1</source>
        <translation>Passung %1</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>Rang %1</translation>
    </message>
    <message>
        <source>file found more than once</source>
        <translation>Datei mehrfach vorhanden</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>Your files are only read. They are never changed, moved or deleted, not even when you remove a folder from the library.</source>
        <translation>Ihre Dateien werden nur gelesen. Sie werden nie verändert, verschoben oder gelöscht, auch nicht, wenn Sie einen Ordner aus der Bibliothek entfernen.</translation>
    </message>
    <message>
        <source>What FuseFind writes lies in one folder, named on the page “Data”, which only you can read. Delete that folder, and everything that FuseFind knows is gone.</source>
        <translation>Alles, was FuseFind schreibt, liegt in einem einzigen Ordner, den die Seite „Daten“ nennt und den nur Sie lesen können. Löschen Sie diesen Ordner, und alles, was FuseFind weiß, ist weg.</translation>
    </message>
    <message>
        <source>The window and its engine talk to each other through a socket in that folder, which other users of this computer cannot open.</source>
        <translation>Das Fenster und der Suchdienst verständigen sich über einen Socket in diesem Ordner, den andere Benutzer dieses Computers nicht öffnen können.</translation>
    </message>
    <message>
        <source>FuseFind uses the network for one thing alone: to load a model that you ask for. Your pictures, sounds and videos, what you type, what you record and what is found stay on this computer. There is no account, and nothing is counted or reported.</source>
        <translation>FuseFind nutzt das Netz allein, um ein Modell zu laden, das Sie haben wollen. Ihre Bilder, Klänge und Videos, was Sie eingeben, was Sie aufnehmen und was gefunden wird, bleiben auf diesem Computer. Es gibt kein Konto, und nichts wird gezählt oder gemeldet.</translation>
    </message>
</context>
<context>
    <name>QueryDrop</name>
    <message>
        <source>%1 is not a file that can be read.</source>
        <translation>%1 ist keine lesbare Datei.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>%1 is not on this computer. FuseFind loads nothing from the network: save the file first, then drop it here.</source>
        <translation>%1 liegt nicht auf diesem Computer. FuseFind lädt nichts aus dem Netz: Speichern Sie die Datei zuerst und ziehen Sie sie dann hierher.</translation>
    </message>
    <message>
        <source>There was nothing in it to search by: drop pictures, sounds or text.</source>
        <translation>Darin war nichts, wonach sich suchen lässt: Ziehen Sie Bilder, Klänge oder Text hierher.</translation>
    </message>
</context>
<context>
    <name>QueryText</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Unlike %1</source>
        <translation>Unähnlich zu %1</translation>
    </message>
    <message>
        <source>Similar to %1</source>
        <translation>Ähnlich zu %1</translation>
    </message>
    <message>
        <source>Similar to %1, unlike %2</source>
        <translation>Ähnlich zu %1, unähnlich zu %2</translation>
    </message>
    <message>
        <source>Searching by %1</source>
        <translation>Suche mit %1</translation>
    </message>
    <message>
        <source>Searching by %1, without %2</source>
        <translation>Suche mit %1, ohne %2</translation>
    </message>
</context>
<context>
    <name>RecipeOptions</name>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>How often the training goes through all pairs</source>
        <translation>Wie oft das Training alle Paare durchgeht</translation>
    </message>
    <message>
        <source>Steps at most</source>
        <translation>Schritte höchstens</translation>
    </message>
    <message>
        <source>The training ends after so many steps, whatever the epochs say</source>
        <translation>Nach so vielen Schritten endet das Training, gleich wie viele Epochen</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Mixed pairs in a step: each is told apart from all others in it</source>
        <translation>Gemischte Paare je Schritt: Jedes wird von allen anderen darin unterschieden</translation>
    </message>
    <message>
        <source>Mixing (alpha)</source>
        <translation>Mischung (Alpha)</translation>
    </message>
    <message>
        <source>How evenly two pairs are mixed: 1 is any share, 0 is no mixing at all</source>
        <translation>Wie gleichmäßig zwei Paare gemischt werden: 1 heißt jeder Anteil, 0 gar keine Mischung</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Residual blocks of an adapter; more need more pairs</source>
        <translation>Residualblöcke eines Adapters; mehr davon brauchen mehr Paare</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>Aufweitung</translation>
    </message>
    <message>
        <source>Hidden width of a block, as a multiple of its input</source>
        <translation>Innere Breite eines Blocks, als Vielfaches seiner Eingabe</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of the hidden values left out at random; keeps from learning by heart</source>
        <translation>Anteil der inneren Werte, die zufällig ausgelassen werden; verhindert Auswendiglernen</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Of the space: more hold finer differences and a larger index</source>
        <translation>Des Suchraums: Mehr davon fassen feinere Unterschiede und brauchen einen größeren Index</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The highest; it falls along a cosine to the end</source>
        <translation>Die höchste; sie fällt bis zum Ende entlang eines Kosinus</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>How strongly weights are drawn to zero</source>
        <translation>Wie stark Gewichte zur Null gezogen werden</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Anlauf</translation>
    </message>
    <message>
        <source>Steps until the highest learning rate</source>
        <translation>Schritte bis zur höchsten Lernrate</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>To begin with; it is learned. Lower tells pairs apart more sharply</source>
        <translation>Zu Beginn; sie wird gelernt. Niedriger trennt Paare schärfer</translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation>Testanteil</translation>
    </message>
    <message>
        <source>Share of the files that is only measured with, never trained on</source>
        <translation>Anteil der Dateien, mit denen nur gemessen und nie trainiert wird</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of every random choice: the same seed gives the same space</source>
        <translation>Jeder zufälligen Wahl: Derselbe Startwert ergibt denselben Suchraum</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1 (at least %2)</source>
        <translation>%1 (mindestens %2)</translation>
    </message>
</context>
<context>
    <name>ScanText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The last scan failed: %1</source>
        <translation>Das letzte Einlesen ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>Looking for files: %1</source>
        <translation>Dateien werden gesucht: %1</translation>
    </message>
    <message>
        <source>Reading files: %1</source>
        <translation>Dateien werden gelesen: %1</translation>
    </message>
    <message>
        <source>Updating the search index</source>
        <translation>Der Suchindex wird aktualisiert</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Angehalten bei %1</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>noch etwa %1 h</translation>
    </message>
    <message>
        <source>%1 files/s</source>
        <translation>%1 Dateien/s</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go to the search box</source>
        <translation>Zum Suchfeld</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Mehr davon</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Weniger davon</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>Filter ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Open with the system&apos;s program</source>
        <translation>Mit dem Standardprogramm öffnen</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Vorschau schließen</translation>
    </message>
    <message>
        <source>Play and pause, in the sound player</source>
        <translation>Abspielen und anhalten, bei Klängen</translation>
    </message>
    <message>
        <source>Remove the folder from the library</source>
        <translation>Ordner aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Undo removing</source>
        <translation>Entfernen rückgängig machen</translation>
    </message>
    <message>
        <source>Look for changes now</source>
        <translation>Jetzt nach Änderungen suchen</translation>
    </message>
    <message>
        <source>Pause or resume the scan</source>
        <translation>Einlesen anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Train on my data…</source>
        <translation>Mit meinen Daten trainieren …</translation>
    </message>
    <message>
        <source>Spaces…</source>
        <translation>Suchräume …</translation>
    </message>
    <message>
        <source>Results as a grid</source>
        <translation>Ergebnisse als Raster</translation>
    </message>
    <message>
        <source>Results as a list</source>
        <translation>Ergebnisse als Liste</translation>
    </message>
    <message>
        <source>Larger pictures</source>
        <translation>Größere Bilder</translation>
    </message>
    <message>
        <source>Smaller pictures</source>
        <translation>Kleinere Bilder</translation>
    </message>
    <message>
        <source>Previous, also in the preview</source>
        <translation>Zurück, auch in der Vorschau</translation>
    </message>
    <message>
        <source>Next, also in the preview</source>
        <translation>Weiter, auch in der Vorschau</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Search the captions</source>
        <translation>Beschreibungen durchsuchen</translation>
    </message>
    <message>
        <source>Exclude pairs, or include them again</source>
        <translation>Paare ausschließen oder wieder aufnehmen</translation>
    </message>
    <message>
        <source>Mend the caption</source>
        <translation>Beschreibung verbessern</translation>
    </message>
    <message>
        <source>Move between training and validation</source>
        <translation>Zwischen Training und Validierung verschieben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Good result, or no longer</source>
        <translation>Guter Treffer, oder nicht mehr</translation>
    </message>
    <message>
        <source>Bad result, or no longer</source>
        <translation>Schlechter Treffer, oder nicht mehr</translation>
    </message>
    <message>
        <source>Pairs as a table</source>
        <translation>Paare als Tabelle</translation>
    </message>
    <message>
        <source>Pairs as a map</source>
        <translation>Paare als Karte</translation>
    </message>
</context>
<context>
    <name>TrainingText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Reading the pairs: %1</source>
        <translation>Paare werden gelesen: %1</translation>
    </message>
    <message>
        <source>Encoding the files: %1</source>
        <translation>Dateien werden kodiert: %1</translation>
    </message>
    <message>
        <source>Training: step %1</source>
        <translation>Training: Schritt %1</translation>
    </message>
    <message>
        <source>Training: step %1, epoch %2 of %3</source>
        <translation>Training: Schritt %1, Epoche %2 von %3</translation>
    </message>
    <message>
        <source>Comparing with what was before</source>
        <translation>Vergleich mit dem bisherigen Stand</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>Angehalten bei %1</translation>
    </message>
    <message>
        <source>Stopped; the best so far was kept</source>
        <translation>Beendet; das bisher Beste wurde behalten</translation>
    </message>
    <message>
        <source>The training is done</source>
        <translation>Das Training ist fertig</translation>
    </message>
    <message>
        <source>The training failed</source>
        <translation>Das Training ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Pictures with captions</source>
        <translation>Bilder mit Text</translation>
    </message>
    <message>
        <source>Sounds with captions</source>
        <translation>Klänge mit Text</translation>
    </message>
    <message>
        <source>Pictures with sounds</source>
        <translation>Bilder mit Klang</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>%1 files/s</source>
        <translation>%1 Dateien/s</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 Schritte/s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files skipped</source>
        <translation>
            <numerusform>%Ln Datei übersprungen</numerusform>
            <numerusform>%Ln Dateien übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is trained: see the result</source>
        <translation>„%1“ ist trainiert: Ergebnis ansehen</translation>
    </message>
    <message>
        <source>Training “%1” failed</source>
        <translation>Das Training von „%1“ ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Training “%1” is paused</source>
        <translation>Das Training von „%1“ ist angehalten</translation>
    </message>
    <message>
        <source>Training “%1”…</source>
        <translation>„%1“ wird trainiert …</translation>
    </message>
    <message>
        <source>Training “%1”: %2 %</source>
        <translation>„%1“ wird trainiert: %2 %</translation>
    </message>
    <message>
        <source>Training “%1”, preparing: %2 %</source>
        <translation>Training von „%1“ wird vorbereitet: %2 %</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>etwa %1 h</translation>
    </message>
    <message>
        <source>To encode the files: %1 · To train: %2 · Memory: %3</source>
        <translation>Dateien kodieren: %1 · Trainieren: %2 · Arbeitsspeicher: %3</translation>
    </message>
    <message>
        <source>nothing, all are known</source>
        <translation>entfällt, alle sind bekannt</translation>
    </message>
</context>
<context>
    <name>fusefind::AvailableModelsDialog</name>
    <message>
        <source>%1 (installed)</source>
        <translation>%1 (installiert)</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Modell holen</translation>
    </message>
    <message>
        <source>I may use it: its licence forbids commercial use</source>
        <translation>Ich darf es nutzen: Seine Lizenz verbietet gewerbliche Nutzung</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Ladens</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>Der Suchdienst wird gefragt …</translation>
    </message>
    <message>
        <source>Published models, loaded from Hugging Face over the network when you ask for one. Nothing of yours is sent.</source>
        <translation>Veröffentlichte Modelle, die auf Wunsch über das Netz von Hugging Face geladen werden. Von Ihnen wird nichts gesendet.</translation>
    </message>
    <message>
        <source>“%1” was added.</source>
        <translation>„%1“ wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Stopped. What came of “%1” is kept, and loading it goes on there.</source>
        <translation>Angehalten. Was von „%1“ da ist, bleibt, und das Laden geht dort weiter.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Models that can be loaded</source>
        <translation>Ladbare Modelle</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 of %2 MB</source>
        <translation>%1 von %2 MB</translation>
    </message>
</context>
<context>
    <name>fusefind::ComparisonList</name>
    <message>
        <source>Queries before and after</source>
        <translation>Anfragen vorher und nachher</translation>
    </message>
    <message>
        <source>Found by %1</source>
        <translation>Gefunden mit %1</translation>
    </message>
    <message>
        <source>before: “%1”</source>
        <translation>vorher: „%1“</translation>
    </message>
    <message>
        <source>now: “%1”</source>
        <translation>jetzt: „%1“</translation>
    </message>
</context>
<context>
    <name>fusefind::DataPage</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Here lie the library, the models, the trained spaces and small pictures of your files. Your own files stay where they are and are never changed.</source>
        <translation>Hier liegen die Bibliothek, die Modelle, die trainierten Suchräume und Vorschaubilder Ihrer Dateien. Ihre eigenen Dateien bleiben, wo sie sind, und werden nie verändert.</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>being measured…</source>
        <translation>wird ermittelt …</translation>
    </message>
</context>
<context>
    <name>fusefind::DataSetFigures</name>
    <message>
        <source>Nothing that this space knows is held out of trainings here.</source>
        <translation>Hier gibt es keine Testpaare, die dieser Suchraum kennt.</translation>
    </message>
    <message>
        <source>%1: none of %L2 pairs is encoded yet; a training encodes them.</source>
        <translation>%1: noch keines von %L2 Paaren ist kodiert; ein Training kodiert sie.</translation>
    </message>
    <message>
        <source>%1: %L2 of %L3 pairs are encoded</source>
        <translation>%1: %L2 von %L3 Paaren sind kodiert</translation>
    </message>
    <message numerus="yes">
        <source>Mean over the directions, %Ln measurements since %1: now %2 / %3 / %4</source>
        <translation>
            <numerusform>Mittel über die Richtungen, %Ln Messung seit %1: jetzt %2 / %3 / %4</numerusform>
            <numerusform>Mittel über die Richtungen, %Ln Messungen seit %1: jetzt %2 / %3 / %4</numerusform>
        </translation>
    </message>
    <message>
        <source>Recall on %1</source>
        <translation>Trefferquote auf %1</translation>
    </message>
    <message>
        <source>Recall over time on %1</source>
        <translation>Verlauf der Trefferquote auf %1</translation>
    </message>
</context>
<context>
    <name>fusefind::DataSets</name>
    <message>
        <source>Keeping what was found: %1 of %2</source>
        <translation>Gefundenes wird gespeichert: %1 von %2</translation>
    </message>
    <message>
        <source>Looking at the files: %1 of %2</source>
        <translation>Die Dateien werden angesehen: %1 von %2</translation>
    </message>
</context>
<context>
    <name>fusefind::DatasetList</name>
    <message>
        <source>Add a folder of pairs…</source>
        <translation>Ordner mit Paaren hinzufügen …</translation>
    </message>
    <message>
        <source>Read the folder again</source>
        <translation>Den Ordner neu einlesen</translation>
    </message>
    <message>
        <source>Remove the data set from the list</source>
        <translation>Den Datensatz aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Reading a folder of pairs</source>
        <translation>Ein Ordner mit Paaren wird eingelesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs</source>
        <translation>
            <numerusform>%Ln Paar</numerusform>
            <numerusform>%Ln Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
The folder is not there now.</source>
        <translation>%1
Der Ordner ist zurzeit nicht da.</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Die Dateien werden angesehen …</translation>
    </message>
</context>
<context>
    <name>fusefind::DatasetPage</name>
    <message>
        <source>Add a folder of pairs</source>
        <translation>Ordner mit Paaren hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs, read as: %1</source>
        <translation>
            <numerusform>%Ln Paar, gelesen als: %1</numerusform>
            <numerusform>%Ln Paare, gelesen als: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 pairs</source>
        <translation>%1 von %2 Paaren</translation>
    </message>
    <message>
        <source>problems: %1</source>
        <translation>Probleme: %1</translation>
    </message>
    <message>
        <source>Include again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Exclude from training</source>
        <translation>Vom Training ausschließen</translation>
    </message>
    <message>
        <source>Move to validation</source>
        <translation>Zur Validierung verschieben</translation>
    </message>
    <message>
        <source>Move to training</source>
        <translation>Zum Training verschieben</translation>
    </message>
    <message>
        <source>“%1” was removed from the data sets. The files stay where they are.</source>
        <translation>„%1“ wurde aus den Datensätzen entfernt. Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Export into an empty folder</source>
        <translation>In einen leeren Ordner exportieren</translation>
    </message>
    <message>
        <source>Export the table of pairs</source>
        <translation>Die Tabelle der Paare exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs were exported to “%1”.</source>
        <translation>
            <numerusform>%Ln Paar wurde nach „%1“ exportiert.</numerusform>
            <numerusform>%Ln Paare wurden nach „%1“ exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that are missing were left out: %1.</source>
        <translation>Fehlende Dateien wurden ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Mend the caption</source>
        <translation>Beschreibung verbessern</translation>
    </message>
    <message>
        <source>Export as a folder…</source>
        <translation>Als Ordner exportieren …</translation>
    </message>
    <message>
        <source>Export as a table…</source>
        <translation>Als Tabelle exportieren …</translation>
    </message>
    <message>
        <source>About the pairs</source>
        <translation>Über die Paare</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Add a folder of pictures or sounds with their captions to look through it: what is excluded, mended or moved here counts for trainings, and the folder stays as it is.</source>
        <translation>Fügen Sie einen Ordner mit Bildern oder Klängen und ihren Beschreibungen hinzu, um ihn durchzusehen: Was hier ausgeschlossen, verbessert oder verschoben wird, gilt für das Training; der Ordner bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>What is recognised</source>
        <translation>Was erkannt wird</translation>
    </message>
    <message>
        <source>Comparing the pairs: %1 of %2</source>
        <translation>Paare werden verglichen: %1 von %2</translation>
    </message>
</context>
<context>
    <name>fusefind::EncoderTable</name>
    <message>
        <source>Recommended: %1</source>
        <translation>Empfohlen: %1</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>Tempo hier</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>Installed encoders</source>
        <translation>Installierte Encoder</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>fusefind::EngineCommands</name>
    <message>
        <source>The engine&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Suchdienstes ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>fusefind::FacetPanel</name>
    <message numerus="yes">
        <source>%1, %Ln files</source>
        <translation>
            <numerusform>%1, %Ln Datei</numerusform>
            <numerusform>%1, %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Aufgeklappt</translation>
    </message>
    <message>
        <source>Folded away</source>
        <translation>Zugeklappt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>%1 (offline)</source>
        <translation>%1 (offline)</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>Alle Jahre</translation>
    </message>
</context>
<context>
    <name>fusefind::FileTiles</name>
    <message>
        <source>%1 (right, new)</source>
        <translation>%1 (richtig, neu)</translation>
    </message>
    <message>
        <source>%1 (right)</source>
        <translation>%1 (richtig)</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (neu)</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>fusefind::FilterBar</name>
    <message>
        <source>Active filters</source>
        <translation>Aktive Filter</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all filters</source>
        <translation>Alle Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>fusefind::FolderModel</name>
    <message>
        <source>Not connected; its files are kept</source>
        <translation>Nicht verbunden; bleibt erhalten</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Ready to be found</source>
        <translation>Auffindbar</translation>
    </message>
</context>
<context>
    <name>fusefind::FolderPanel</name>
    <message>
        <source>No folder yet. Add one, or drop it anywhere on this window.</source>
        <translation>Noch kein Ordner. Fügen Sie einen hinzu oder ziehen Sie ihn irgendwo auf dieses Fenster.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders of the library</source>
        <translation>Ordner der Bibliothek</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Removing a folder never touches its files.</source>
        <translation>Beim Entfernen eines Ordners bleiben seine Dateien unberührt.</translation>
    </message>
</context>
<context>
    <name>fusefind::FormatHints</name>
    <message>
        <source>A table of captions: captions.csv, .tsv, .jsonl or metadata.csv, .jsonl</source>
        <translation>Eine Tabelle mit Texten: captions.csv, .tsv, .jsonl oder metadata.csv, .jsonl</translation>
    </message>
    <message>
        <source>A text beside each file, a caption on each line</source>
        <translation>Ein Text neben jeder Datei, je Zeile eine Beschreibung</translation>
    </message>
    <message>
        <source>Pictures and sounds of one name</source>
        <translation>Bilder und Klänge gleichen Namens</translation>
    </message>
    <message>
        <source>Flickr8k&apos;s captions.txt</source>
        <translation>captions.txt von Flickr8k</translation>
    </message>
    <message>
        <source>COCO captions</source>
        <translation>COCO-Beschreibungen</translation>
    </message>
    <message>
        <source>Karpathy&apos;s split, with its own held-out part</source>
        <translation>Aufteilung von Karpathy, mit eigenem Testteil</translation>
    </message>
    <message>
        <source>Examples of each layout</source>
        <translation>Beispiele für jede Anordnung</translation>
    </message>
</context>
<context>
    <name>fusefind::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Choose a result to see more of it here.</source>
        <translation>Wählen Sie ein Ergebnis aus, um hier mehr darüber zu sehen.</translation>
    </message>
    <message>
        <source>Play this moment</source>
        <translation>Diese Stelle abspielen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Abmessungen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>&amp;Mehr davon</translation>
    </message>
    <message>
        <source>&amp;Less like this</source>
        <translation>&amp;Weniger davon</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Similar shots: %1</source>
        <translation>Ähnliche Aufnahmen: %1</translation>
    </message>
    <message>
        <source>%1 matched best</source>
        <translation>%1 passt am besten</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Closest captions</source>
        <translation>Nächste Beschreibungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Show in folde&amp;r</source>
        <translation>Im &amp;Ordner anzeigen</translation>
    </message>
    <message>
        <source>For what was searched; pressed again, it is taken back</source>
        <translation>Für das, was gesucht wurde; noch einmal gedrückt, wird es zurückgenommen</translation>
    </message>
</context>
<context>
    <name>fusefind::JudgedResults</name>
    <message>
        <source>Good result</source>
        <translation>Guter Treffer</translation>
    </message>
    <message>
        <source>Bad result</source>
        <translation>Schlechter Treffer</translation>
    </message>
</context>
<context>
    <name>fusefind::LatencyChart</name>
    <message>
        <source>How long searches took</source>
        <translation>Dauer der Suchen</translation>
    </message>
    <message>
        <source>up to … milliseconds</source>
        <translation>bis … Millisekunden</translation>
    </message>
</context>
<context>
    <name>fusefind::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>Ordner zur Bibliothek hinzufügen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>“%1” was removed from the library.</source>
        <translation>„%1“ wurde aus der Bibliothek entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folders were removed from the library.</source>
        <translation>
            <numerusform>%Ln Ordner wurde aus der Bibliothek entfernt.</numerusform>
            <numerusform>%Ln Ordner wurden aus der Bibliothek entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The files stay where they are.</source>
        <translation>Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>fusefind::MainWindow</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>The engine does not run: %1</source>
        <translation>Der Suchdienst läuft nicht: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Add “%1” to the library?</source>
        <translation>„%1“ zur Bibliothek hinzufügen?</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln folders to the library?</source>
        <translation>
            <numerusform>%Ln Ordner zur Bibliothek hinzufügen?</numerusform>
            <numerusform>%Ln Ordner zur Bibliothek hinzufügen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Only files and folders of this computer can be dropped here.</source>
        <translation>Hier können nur Dateien und Ordner dieses Computers abgelegt werden.</translation>
    </message>
    <message>
        <source>There is nothing to search yet: add a folder first.</source>
        <translation>Es gibt noch nichts zu durchsuchen: Fügen Sie zuerst einen Ordner hinzu.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About FuseFind</source>
        <translation>Über FuseFind</translation>
    </message>
    <message>
        <source>FuseFind %1</source>
        <translation>FuseFind %1</translation>
    </message>
    <message>
        <source>Finds your own pictures and sounds by words, by a sound, or by a picture. Everything runs on this computer.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Findet Ihre eigenen Bilder und Klänge anhand von Worten, eines Klangs oder eines Bildes. Alles läuft auf diesem Computer.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Drop folders to add them to the library,
pictures and sounds to search by them</source>
        <translation>Ordner ablegen, um sie zur Bibliothek hinzuzufügen,
Bilder und Klänge, um mit ihnen zu suchen</translation>
    </message>
    <message>
        <source>“%1” is in use again.</source>
        <translation>„%1“ wird wieder verwendet.</translation>
    </message>
    <message>
        <source>Searches use “%1” now.</source>
        <translation>Gesucht wird jetzt mit „%1“.</translation>
    </message>
    <message>
        <source>Go back to “%1”</source>
        <translation>Zurück zu „%1“</translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>Damit trainieren</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
</context>
<context>
    <name>fusefind::MapPanel</name>
    <message>
        <source>Colour of the points</source>
        <translation>Farbe der Punkte</translation>
    </message>
    <message>
        <source>Colour by kind</source>
        <translation>Farbe nach Art</translation>
    </message>
    <message>
        <source>Colour by part</source>
        <translation>Farbe nach Teil</translation>
    </message>
    <message>
        <source>Colour by likeness of the halves</source>
        <translation>Farbe nach Ähnlichkeit der Hälften</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Drag around points to choose them. Without this, drag with Shift.</source>
        <translation>Um Punkte herum ziehen, um sie zu wählen. Sonst mit gedrückter Umschalttaste ziehen.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Draw the map again</source>
        <translation>Karte neu zeichnen</translation>
    </message>
    <message>
        <source>Reading what is known of the pairs…</source>
        <translation>Lesen, was über die Paare bekannt ist …</translation>
    </message>
    <message>
        <source>Placing the pairs: %1 of %2</source>
        <translation>Paare werden platziert: %1 von %2</translation>
    </message>
    <message>
        <source>Looking for neighbours: %1 %</source>
        <translation>Nachbarn werden gesucht: %1 %</translation>
    </message>
    <message>
        <source>Moving neighbours together: %1 %</source>
        <translation>Nachbarn rücken zusammen: %1 %</translation>
    </message>
    <message>
        <source>None of these pairs has been encoded yet. Train on this folder, or add it to the library, and draw the map again.</source>
        <translation>Noch keines dieser Paare wurde kodiert. Trainieren Sie mit diesem Ordner oder nehmen Sie ihn in die Bibliothek auf, und zeichnen Sie die Karte dann neu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs. The wheel zooms, dragging moves, and dragging with Shift chooses.</source>
        <translation>
            <numerusform>%Ln Paar. Das Mausrad vergrößert, Ziehen verschiebt, Ziehen mit der Umschalttaste wählt.</numerusform>
            <numerusform>%Ln Paare. Das Mausrad vergrößert, Ziehen verschiebt, Ziehen mit der Umschalttaste wählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs have not been encoded yet, and are left out.</source>
        <translation>
            <numerusform>%Ln Paar wurde noch nicht kodiert und fehlt hier.</numerusform>
            <numerusform>%Ln Paare wurden noch nicht kodiert und fehlen hier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::MapView</name>
    <message>
        <source>Map of the pairs</source>
        <translation>Karte der Paare</translation>
    </message>
</context>
<context>
    <name>fusefind::MetricsDock</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Recall on held-out pairs, %</source>
        <translation>Trefferquote der Testpaare, %</translation>
    </message>
    <message>
        <source>Searches of this session</source>
        <translation>Suchen dieser Sitzung</translation>
    </message>
    <message>
        <source>Space in use</source>
        <translation>Verwendeter Suchraum</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Index, recall@10</source>
        <translation>Index, Recall@10</translation>
    </message>
    <message>
        <source>How many of the ten best files of an exact search the fast index finds as well</source>
        <translation>Wie viele der zehn besten Dateien einer exakten Suche auch der schnelle Index findet</translation>
    </message>
    <message>
        <source>Recall of the space in use</source>
        <translation>Trefferquote des verwendeten Suchraums</translation>
    </message>
    <message>
        <source>No space is in use, or none of its pairs were held out.</source>
        <translation>Es wird kein Suchraum verwendet, oder es wurden keine Testpaare zurückgehalten.</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % innerhalb von</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Among the first %L1</source>
        <translation>Unter den ersten %L1</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: keine</translation>
    </message>
    <message>
        <source>%1: %2 % of %L3</source>
        <translation>%1: %2 % von %L3</translation>
    </message>
    <message>
        <source>Recall after its training, %</source>
        <translation>Trefferquote nach seinem Training, %</translation>
    </message>
    <message>
        <source>Judged results</source>
        <translation>Beurteilte Treffer</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Good ones</source>
        <translation>Gute</translation>
    </message>
    <message>
        <source>Of the results of the space in use that you judged, by where they stood then: how many were good. Results that nobody judged do not count.</source>
        <translation>Von den Treffern des verwendeten Suchraums, die Sie beurteilt haben, je nach ihrem damaligen Platz: wie viele gut waren. Treffer, die niemand beurteilt hat, zählen nicht.</translation>
    </message>
    <message>
        <source>%L1, of them good: %L2</source>
        <translation>%L1, davon gut: %L2</translation>
    </message>
    <message>
        <source>none yet: a result is called good or bad in the inspector</source>
        <translation>noch keine: im Inspektor wird ein Treffer gut oder schlecht genannt</translation>
    </message>
    <message>
        <source>Add folders of pairs under Data, and recall is measured on those held out.</source>
        <translation>Fügen Sie unter „Daten“ Ordner mit Paaren hinzu; die Trefferquote wird auf deren Testpaaren gemessen.</translation>
    </message>
    <message>
        <source>Being measured…</source>
        <translation>Wird gemessen …</translation>
    </message>
</context>
<context>
    <name>fusefind::MicrophoneRecorder</name>
    <message>
        <source>The microphone offers no format that can be recorded.</source>
        <translation>Das Mikrofon bietet kein Format an, das sich aufnehmen lässt.</translation>
    </message>
    <message>
        <source>The microphone could not be opened. Does another program use it?</source>
        <translation>Das Mikrofon konnte nicht geöffnet werden. Verwendet es ein anderes Programm?</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Es wurde nichts aufgenommen.</translation>
    </message>
</context>
<context>
    <name>fusefind::ModelCatalogue</name>
    <message>
        <source>The engine&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Suchdienstes ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>fusefind::ModelsPage</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Installierte Modelle</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>Der Suchdienst wird gefragt …</translation>
    </message>
    <message>
        <source>Models turn files and words into numbers that can be compared. They run on this computer.</source>
        <translation>Modelle verwandeln Dateien und Wörter in Zahlen, die sich vergleichen lassen. Sie laufen auf diesem Computer.</translation>
    </message>
    <message>
        <source>many</source>
        <translation>viele</translation>
    </message>
    <message>
        <source>Spaces that need it: %1</source>
        <translation>Suchräume, die es brauchen: %1</translation>
    </message>
    <message>
        <source>“%1” was added.</source>
        <translation>„%1“ wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>„%1“ wurde entfernt.</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Add from folder…</source>
        <translation>Aus Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Add a model from its folder</source>
        <translation>Ein Modell aus seinem Ordner hinzufügen</translation>
    </message>
    <message>
        <source>The model in “%1” is read and copied…</source>
        <translation>Das Modell in „%1“ wird gelesen und kopiert …</translation>
    </message>
    <message>
        <source>These spaces cannot be searched in without it: %1.</source>
        <translation>In diesen Suchräumen kann ohne das Modell nicht gesucht werden: %1.</translation>
    </message>
    <message>
        <source>Remove the model “%1”?</source>
        <translation>Das Modell „%1“ entfernen?</translation>
    </message>
    <message>
        <source>It can be added again from its folder.</source>
        <translation>Es kann aus seinem Ordner wieder hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Modell holen …</translation>
    </message>
    <message>
        <source>No model is installed. Get one, or add one from its folder, in Hugging Face&apos;s layout.</source>
        <translation>Es ist kein Modell installiert. Holen Sie eines, oder fügen Sie eines aus seinem Ordner hinzu, im Aufbau von Hugging Face.</translation>
    </message>
    <message>
        <source>A program, added because who made it is trusted</source>
        <translation>Ein Programm, hinzugefügt, weil man dem Urheber vertraut</translation>
    </message>
    <message>
        <source>The model in “%1” is a program: it can do with your files whatever you can. Do you trust who made it?</source>
        <translation>Das Modell in „%1“ ist ein Programm: Es kann mit Ihren Dateien alles tun, was Sie selbst tun können. Vertrauen Sie dem, der es gemacht hat?</translation>
    </message>
    <message>
        <source>Trust and add</source>
        <translation>Vertrauen und hinzufügen</translation>
    </message>
</context>
<context>
    <name>fusefind::NavigationBar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>fusefind::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>fusefind::OptionGrid</name>
    <message>
        <source>Options of the recipe</source>
        <translation>Einstellungen des Rezepts</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>“%1” cannot be used for %2: %3</source>
        <translation>„%1“ geht nicht für %2: %3</translation>
    </message>
</context>
<context>
    <name>fusefind::PairExamples</name>
    <message>
        <source>Examples of pairs</source>
        <translation>Beispiele von Paaren</translation>
    </message>
</context>
<context>
    <name>fusefind::PairFilters</name>
    <message>
        <source>Words in the caption</source>
        <translation>Wörter der Beschreibung</translation>
    </message>
    <message>
        <source>Pairs for %1</source>
        <translation>Paare für %1</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Pairs of files with a problem</source>
        <translation>Paare von Dateien mit einem Problem</translation>
    </message>
    <message>
        <source>Not excluded</source>
        <translation>Nicht ausgeschlossen</translation>
    </message>
    <message>
        <source>Pairs that a training uses</source>
        <translation>Paare, die ein Training verwendet</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Pairs that a training leaves out</source>
        <translation>Paare, die ein Training auslässt</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Anzeigen: %1</translation>
    </message>
    <message>
        <source>Show the other pairs again</source>
        <translation>Auch die übrigen Paare wieder anzeigen</translation>
    </message>
    <message>
        <source>Chosen on the map: %1</source>
        <translation>Auf der Karte gewählt: %1</translation>
    </message>
    <message>
        <source>Let go of the pairs chosen on the map (%1)</source>
        <translation>Die auf der Karte gewählten Paare loslassen (%1)</translation>
    </message>
    <message>
        <source>Order of the pairs</source>
        <translation>Reihenfolge der Paare</translation>
    </message>
    <message>
        <source>Fit: by how many standard deviations the halves of a pair lie nearer to each other than to files of other pairs. Rank: how many files of other pairs are nearer, and one.</source>
        <translation>Passung: um wie viele Standardabweichungen die Hälften eines Paars näher beieinander liegen als bei Dateien anderer Paare. Rang: wie viele Dateien anderer Paare näher liegen, plus eins.</translation>
    </message>
    <message>
        <source>As in the folder</source>
        <translation>Wie im Ordner</translation>
    </message>
    <message>
        <source>Likely mismatches first</source>
        <translation>Vermutlich falsch Gepaartes zuerst</translation>
    </message>
    <message>
        <source>Hardest to find first</source>
        <translation>Am schwersten zu Findendes zuerst</translation>
    </message>
    <message>
        <source>Equal files together</source>
        <translation>Gleiche Dateien zusammen</translation>
    </message>
</context>
<context>
    <name>fusefind::PairModel</name>
    <message>
        <source>Loading…</source>
        <translation>Lädt …</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>fusefind::PairSide</name>
    <message>
        <source>The current pair</source>
        <translation>Das aktuelle Paar</translation>
    </message>
    <message>
        <source>Captions of the current item</source>
        <translation>Beschreibungen des aktuellen Eintrags</translation>
    </message>
    <message>
        <source>Choose a pair to see all that belongs to it.</source>
        <translation>Wählen Sie ein Paar, um alles zu sehen, was dazugehört.</translation>
    </message>
    <message>
        <source>Belongs together (%1)</source>
        <translation>Gehört zusammen (%1)</translation>
    </message>
</context>
<context>
    <name>fusefind::PairTable</name>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
</context>
<context>
    <name>fusefind::PairsPage</name>
    <message>
        <source>Which pairs?</source>
        <translation>Welche Paare?</translation>
    </message>
    <message>
        <source>Folders with pictures and sounds, and what belongs to each: captions, or each other. They are only read.</source>
        <translation>Ordner mit Bildern und Klängen und dem, was dazugehört: Texte, oder einander. Sie werden nur gelesen.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>Erkannt als</translation>
    </message>
    <message>
        <source>Folders to train on</source>
        <translation>Ordner für das Training</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Sample pairs</source>
        <translation>Beispielpaare</translation>
    </message>
    <message>
        <source>Add the pairs that come with the sample, to see how training works</source>
        <translation>Die Paare des Beispiels hinzufügen, um zu sehen, wie das Training geht</translation>
    </message>
    <message>
        <source>What is recognised</source>
        <translation>Was erkannt wird</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>Dateien werden angesehen</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Dateien werden angesehen …</translation>
    </message>
    <message>
        <source>Problems of the pairs</source>
        <translation>Probleme der Paare</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Files with a problem are left out where they cannot be used.</source>
        <translation>Dateien mit einem Problem bleiben weg, wo sie nicht verwendbar sind.</translation>
    </message>
    <message>
        <source>Add a folder of pairs</source>
        <translation>Ordner mit Paaren hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder, or drop one here. What belongs together is found by itself.</source>
        <translation>Fügen Sie einen Ordner hinzu, oder ziehen Sie einen hierher. Was zusammengehört, wird von selbst gefunden.</translation>
    </message>
    <message>
        <source>Nothing in these folders makes a pair.</source>
        <translation>Nichts in diesen Ordnern ergibt ein Paar.</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Probleme (%1)</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Browse these pairs</source>
        <translation>Diese Paare durchsehen</translation>
    </message>
    <message>
        <source>Look through all of them, and exclude or mend what is wrong</source>
        <translation>Alle durchsehen und ausschließen oder verbessern, was falsch ist</translation>
    </message>
</context>
<context>
    <name>fusefind::PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>Das Bild wird gelesen …</translation>
    </message>
</context>
<context>
    <name>fusefind::PreviewDialog</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom %1</source>
        <translation>Vergrößerung %1</translation>
    </message>
    <message>
        <source>Show at actual size (1)</source>
        <translation>In Originalgröße anzeigen (1)</translation>
    </message>
    <message>
        <source>Fit into the window (0)</source>
        <translation>An das Fenster anpassen (0)</translation>
    </message>
</context>
<context>
    <name>fusefind::QueryBox</name>
    <message>
        <source>Describe what you look for, or drop a picture or a sound</source>
        <translation>Beschreiben Sie, was Sie suchen, oder legen Sie ein Bild oder einen Klang ab</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>A word that begins with a minus is kept away from</source>
        <translation>Ein Wort, das mit einem Minus beginnt, wird gemieden</translation>
    </message>
    <message>
        <source>Keep this text and add another (Ctrl+Enter)</source>
        <translation>Diesen Text behalten und einen weiteren hinzufügen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Keep this text as a term</source>
        <translation>Diesen Text als Suchbegriff behalten</translation>
    </message>
    <message>
        <source>Recording %1.wav</source>
        <translation>Aufnahme %1.wav</translation>
    </message>
    <message>
        <source>A search takes up to %1 files and texts. Left out: %2.</source>
        <translation>Eine Suche umfasst höchstens %1 Dateien und Texte. Ausgelassen: %2.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>%1 cannot be searched by: %2</source>
        <translation>Mit %1 kann nicht gesucht werden: %2</translation>
    </message>
    <message>
        <source>A search takes up to %1 files and texts.</source>
        <translation>Eine Suche umfasst höchstens %1 Dateien und Texte.</translation>
    </message>
    <message>
        <source>Pasted picture %1.png</source>
        <translation>Eingefügtes Bild %1.png</translation>
    </message>
    <message>
        <source>The picture could not be read.</source>
        <translation>Das Bild konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 could not be kept: %2</source>
        <translation>%1 konnte nicht gespeichert werden: %2</translation>
    </message>
</context>
<context>
    <name>fusefind::QueryChip</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Wanted. Click to keep away from it.</source>
        <translation>Erwünscht. Klicken Sie, um es zu meiden.</translation>
    </message>
    <message>
        <source>Unwanted. Click to look for it.</source>
        <translation>Unerwünscht. Klicken Sie, um danach zu suchen.</translation>
    </message>
    <message>
        <source>%1 is wanted</source>
        <translation>%1 ist erwünscht</translation>
    </message>
    <message>
        <source>%1 is unwanted</source>
        <translation>%1 ist unerwünscht</translation>
    </message>
    <message>
        <source>How much it counts</source>
        <translation>Wie stark es zählt</translation>
    </message>
    <message>
        <source>Weight of %1: %2</source>
        <translation>Gewicht von %1: %2</translation>
    </message>
</context>
<context>
    <name>fusefind::RecallCharts</name>
    <message>
        <source>Recall on held-out pairs, % after each epoch</source>
        <translation>Trefferquote der Testpaare, % nach jeder Epoche</translation>
    </message>
    <message>
        <source>To beat: “%1”</source>
        <translation>Zu schlagen: „%1“</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>%1 (to beat: %2)</source>
        <translation>%1 (zu schlagen: %2)</translation>
    </message>
    <message>
        <source>Recall, %1</source>
        <translation>Trefferquote, %1</translation>
    </message>
    <message>
        <source>No pairs are held out, so recall is not measured.</source>
        <translation>Es werden keine Testpaare zurückgehalten, also wird keine Trefferquote gemessen.</translation>
    </message>
    <message>
        <source>to beat: %1</source>
        <translation>zu schlagen: %1</translation>
    </message>
</context>
<context>
    <name>fusefind::RecallFigures</name>
    <message>
        <source>From → to</source>
        <translation>Von → zu</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>fusefind::RecallTable</name>
    <message>
        <source>From → to</source>
        <translation>Von → zu</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Suchraum</translation>
    </message>
    <message>
        <source>R@1, %</source>
        <translation>R@1, %</translation>
    </message>
    <message>
        <source>R@5, %</source>
        <translation>R@5, %</translation>
    </message>
    <message>
        <source>R@10, %</source>
        <translation>R@10, %</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Recall before and after</source>
        <translation>Trefferquote vorher und nachher</translation>
    </message>
</context>
<context>
    <name>fusefind::RecipePage</name>
    <message>
        <source>Encoders and recipe</source>
        <translation>Encoder und Rezept</translation>
    </message>
    <message>
        <source>Encoders turn files and captions into numbers; the training learns to bring those of one pair together. What is set already is a good choice.</source>
        <translation>Encoder machen aus Dateien und Texten Zahlen; das Training lernt, die eines Paars zusammenzubringen. Was schon eingestellt ist, ist eine gute Wahl.</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Name of the space</source>
        <translation>Name des Suchraums</translation>
    </message>
    <message>
        <source>&amp;Name of the space</source>
        <translation>&amp;Name des Suchraums</translation>
    </message>
    <message>
        <source>Automatic (recommended): fits the size of the data, and says below what it chose</source>
        <translation>Automatisch (empfohlen): passt sich der Datenmenge an und nennt unten, was gewählt wurde</translation>
    </message>
    <message>
        <source>As published: the configuration of the paper, made for millions of pairs</source>
        <translation>Wie veröffentlicht: die Einstellungen des Artikels, für Millionen von Paaren gemacht</translation>
    </message>
    <message>
        <source>Custom: automatic, but for what is set here</source>
        <translation>Eigenes: automatisch bis auf das, was hier eingestellt wird</translation>
    </message>
    <message>
        <source>Measuring on this computer how long it will take…</source>
        <translation>Auf diesem Computer wird gemessen, wie lange es dauern wird …</translation>
    </message>
    <message>
        <source>How long it will take is measured when everything is chosen.</source>
        <translation>Wie lange es dauern wird, wird gemessen, wenn alles gewählt ist.</translation>
    </message>
    <message>
        <source>Nothing could be measured.</source>
        <translation>Es konnte nichts gemessen werden.</translation>
    </message>
    <message>
        <source>The name of a space is up to 64 letters, digits, “.”, “_” and “-”, and begins with a letter or a digit.</source>
        <translation>Der Name eines Suchraums hat bis zu 64 Buchstaben (A–Z), Ziffern, „.“, „_“ und „-“ und beginnt mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>There is a space “%1” already: choose another name.</source>
        <translation>Es gibt schon einen Suchraum „%1“: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Asking the engine for its encoders…</source>
        <translation>Der Suchdienst wird nach seinen Encodern gefragt …</translation>
    </message>
    <message>
        <source>Choose an encoder that reads: %1</source>
        <translation>Wählen Sie einen Encoder, der dies liest: %1</translation>
    </message>
    <message>
        <source>No encoder that reads this is installed: %1. Add one with: fusefind-cli models add FOLDER</source>
        <translation>Kein Encoder, der dies liest, ist installiert: %1. Hinzufügen mit: fusefind-cli models add ORDNER</translation>
    </message>
    <message>
        <source>The words of your searches with the files that you called good results for them are added to the pairs that are trained on. What is held out stays as it is.</source>
        <translation>Die Worte Ihrer Suchen kommen mit den Dateien, die Sie dafür gute Treffer genannt haben, zu den Paaren, mit denen trainiert wird. Die Testpaare bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Learn also from results that you called good</source>
        <translation>Auch aus Treffern lernen, die Sie gut genannt haben</translation>
    </message>
    <message>
        <source>“%1” reads texts with another encoder: %2</source>
        <translation>„%1“ liest Texte mit einem anderen Encoder: %2</translation>
    </message>
    <message>
        <source>Build on “%1”: change only what these pairs improve</source>
        <translation>Auf „%1“ aufbauen: nur ändern, was diese Paare verbessern</translation>
    </message>
    <message>
        <source>Texts keep their place in “%1”, and pictures and sounds are brought to them. A kind of file that “%1” finds better, or that these pairs lack, stays as it is there.</source>
        <translation>Texte behalten ihren Platz in „%1“, Bilder und Klänge werden zu ihnen gebracht. Eine Art von Dateien, die „%1“ besser findet oder die diesen Paaren fehlt, bleibt, wie sie dort ist.</translation>
    </message>
</context>
<context>
    <name>fusefind::RecordButton</name>
    <message>
        <source>Stop %1</source>
        <translation>Stopp %1</translation>
    </message>
    <message>
        <source>Stop recording and search</source>
        <translation>Aufnahme beenden und suchen</translation>
    </message>
    <message>
        <source>Search by a sound from the microphone</source>
        <translation>Mit einem Klang vom Mikrofon suchen</translation>
    </message>
    <message>
        <source>Record a sound to search by</source>
        <translation>Einen Klang für die Suche aufnehmen</translation>
    </message>
</context>
<context>
    <name>fusefind::ResultBar</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Fold similar</source>
        <translation>Ähnliche zusammenfassen</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>Show similar shots as one, with a count</source>
        <translation>Ähnliche Aufnahmen als eine zeigen, mit ihrer Anzahl</translation>
    </message>
    <message>
        <source>Lowest score shown</source>
        <translation>Geringste angezeigte Relevanz</translation>
    </message>
    <message>
        <source>Hide what scores lower</source>
        <translation>Weniger Relevantes ausblenden</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>%L1 hidden – show all</source>
        <translation>%L1 ausgeblendet – alle zeigen</translation>
    </message>
</context>
<context>
    <name>fusefind::ResultDelegate</name>
    <message numerus="yes">
        <source>%Ln shots</source>
        <translation>
            <numerusform>%Ln Aufnahme</numerusform>
            <numerusform>%Ln Aufnahmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::ResultModel</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>fusefind::ResultPage</name>
    <message>
        <source>No pairs were held out, so nothing could be measured.</source>
        <translation>Es wurden keine Testpaare zurückgehalten, also konnte nichts gemessen werden.</translation>
    </message>
    <message>
        <source>Mean recall on held-out pairs: %1 %</source>
        <translation>Mittlere Trefferquote der Testpaare: %1 %</translation>
    </message>
    <message>
        <source>Mean recall on held-out pairs: %1 % before, %2 % now; better in %3 of %4 directions</source>
        <translation>Mittlere Trefferquote der Testpaare: vorher %1 %, jetzt %2 %; besser in %3 von %4 Richtungen</translation>
    </message>
    <message>
        <source>Best epoch: %1</source>
        <translation>Beste Epoche: %1</translation>
    </message>
    <message>
        <source>Encoding: %1</source>
        <translation>Kodieren: %1</translation>
    </message>
    <message>
        <source>Training: %1</source>
        <translation>Training: %1</translation>
    </message>
    <message>
        <source>stopped before its end</source>
        <translation>vor dem Ende beendet</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Queries of the held-out pairs, and what is found first</source>
        <translation>Anfragen der Testpaare, und was zuerst gefunden wird</translation>
    </message>
    <message>
        <source>✓ what the caption belongs to · new: not found before</source>
        <translation>✓ wozu der Text gehört · neu: vorher nicht gefunden</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals, by drawing the queries anew. Bold: better than before.</source>
        <translation>In Klammern: 95-%-Intervalle, durch erneutes Ziehen der Anfragen. Fett: besser als vorher.</translation>
    </message>
    <message>
        <source>The new space “%1” is not in use until you keep it; the one before stays. Spaces that were trained on the same folders hold back the same pairs, which neither has seen; one that learned from some of these looks better than it is.</source>
        <translation>Der neue Raum „%1“ wird erst benutzt, wenn Sie ihn behalten; der vorige bleibt. Räume, die mit denselben Ordnern trainiert wurden, halten dieselben Paare zurück, die keiner von beiden gesehen hat; einer, der aus manchen von ihnen gelernt hat, sieht besser aus, als er ist.</translation>
    </message>
    <message>
        <source>Unchanged: %1</source>
        <translation>Unverändert: %1</translation>
    </message>
</context>
<context>
    <name>fusefind::ResultView</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>fusefind::ScanBar</name>
    <message>
        <source>Progress of the scan</source>
        <translation>Fortschritt des Einlesens</translation>
    </message>
</context>
<context>
    <name>fusefind::SearchPage</name>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Say also what to look for: what is unwanted only takes away from it.</source>
        <translation>Geben Sie auch an, was gesucht wird: Unerwünschtes schränkt die Suche nur ein.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing close was found. These are the nearest.</source>
        <translation>Nichts Passendes gefunden. Das hier kommt am nächsten.</translation>
    </message>
    <message>
        <source>Close matches: %L1, then the nearest others</source>
        <translation>Gute Treffer: %L1, danach die nächstliegenden</translation>
    </message>
    <message>
        <source>The nearest %L1</source>
        <translation>Die nächstliegenden: %L1</translation>
    </message>
    <message>
        <source>No file of the library passes these filters.</source>
        <translation>Keine Datei der Bibliothek passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>The library is empty.
Add a folder of pictures or sounds, or drop one here.</source>
        <translation>Die Bibliothek ist leer.
Fügen Sie einen Ordner mit Bildern oder Klängen hinzu, oder ziehen Sie einen hierher.</translation>
    </message>
    <message>
        <source>All results score lower than the slider says.</source>
        <translation>Alle Ergebnisse liegen unter der eingestellten Relevanz.</translation>
    </message>
    <message>
        <source>Nothing passes these filters.</source>
        <translation>Nichts passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>There is nothing to find yet.</source>
        <translation>Es gibt noch nichts zu finden.</translation>
    </message>
    <message>
        <source>The engine stopped and is being started again…</source>
        <translation>Der Suchdienst wurde beendet und wird neu gestartet …</translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation>Der Suchdienst startet …</translation>
    </message>
    <message>
        <source>The engine does not run: %1</source>
        <translation>Der Suchdienst läuft nicht: %1</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>&amp;Mehr davon</translation>
    </message>
    <message>
        <source>&amp;Less like this</source>
        <translation>&amp;Weniger davon</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
    <message>
        <source>Show in folde&amp;r</source>
        <translation>Im &amp;Ordner anzeigen</translation>
    </message>
    <message>
        <source>of %1 only the first %2</source>
        <translation>von %1 nur die ersten %2</translation>
    </message>
</context>
<context>
    <name>fusefind::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Suchdienst</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>One for each core (%1)</source>
        <translation>Einer je Kern (%1)</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>In use now</source>
        <translation>Jetzt verwendet</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Of encoders that are kept loaded; for another one the one used longest ago goes.</source>
        <translation>Für Encoder, die geladen bleiben; für einen weiteren geht der am längsten unbenutzte.</translation>
    </message>
    <message>
        <source>Memory for encoders</source>
        <translation>Speicher für Encoder</translation>
    </message>
    <message>
        <source>Device, threads and memory are used from the next start on.</source>
        <translation>Gerät, Threads und Speicher gelten ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>fusefind::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>fusefind::SimilarStrip</name>
    <message>
        <source>Similar shots</source>
        <translation>Ähnliche Aufnahmen</translation>
    </message>
</context>
<context>
    <name>fusefind::SkippedModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>fusefind::SkippedPanel</name>
    <message>
        <source>Skipped files</source>
        <translation>Übersprungene Dateien</translation>
    </message>
    <message>
        <source>Look at these files again</source>
        <translation>Diese Dateien noch einmal prüfen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>A file that changes is tried again by itself.</source>
        <translation>Ändert sich eine Datei, wird sie von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Skipped files (%1)</source>
        <translation>Übersprungene Dateien (%1)</translation>
    </message>
    <message>
        <source>Why it was skipped</source>
        <translation>Warum sie übersprungen wurde</translation>
    </message>
</context>
<context>
    <name>fusefind::SoundOutput</name>
    <message>
        <source>The sound device does not answer.</source>
        <translation>Das Audiogerät antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>fusefind::SoundPlayer</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Repeat the selection, or else the moment that matched, or else all</source>
        <translation>Die Auswahl wiederholen, sonst die passende Stelle, sonst alles</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>This computer has no sound output to play on.</source>
        <translation>Dieser Computer hat keine Audioausgabe.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Sound player</source>
        <translation>Tonwiedergabe</translation>
    </message>
</context>
<context>
    <name>fusefind::SpacesDialog</name>
    <message>
        <source>R@1 / R@5 / R@10 in percent, on the pairs held out of its training:</source>
        <translation>R@1 / R@5 / R@10 in Prozent, an den Testpaaren seines Trainings:</translation>
    </message>
    <message>
        <source>%1: %2 / %3 / %4 (%5 queries)</source>
        <translation>%1: %2 / %3 / %4 (%5 Anfragen)</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>Suchräume</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>Der Suchdienst wird gefragt …</translation>
    </message>
    <message>
        <source>A space is what a training makes: in it pictures, sounds and words that belong together lie close to each other. Searches use one of them.</source>
        <translation>Ein Suchraum ist, was ein Training ergibt: Darin liegen Bilder, Klänge und Worte, die zusammengehören, nah beieinander. Gesucht wird in einem davon.</translation>
    </message>
    <message>
        <source>“%1” is in use.</source>
        <translation>„%1“ wird verwendet.</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>“%1” was written to the file.</source>
        <translation>„%1“ wurde in die Datei geschrieben.</translation>
    </message>
    <message>
        <source>“%1” was taken in.</source>
        <translation>„%1“ wurde aufgenommen.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Suchraum</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Mean recall</source>
        <translation>Mittlere Trefferquote</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Trained spaces</source>
        <translation>Trainierte Suchräume</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Train on my data…</source>
        <translation>Mit meinen Daten trainieren …</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>There is no space yet. Train one on your own pairs.</source>
        <translation>Es gibt noch keinen Suchraum. Trainieren Sie einen mit Ihren eigenen Paaren.</translation>
    </message>
    <message>
        <source>The library is put into “%1”. Searches use the space before until it is ready…</source>
        <translation>Die Bibliothek wird in „%1“ übertragen. Bis dahin wird im bisherigen Suchraum gesucht …</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
    <message>
        <source>Import a space</source>
        <translation>Suchraum importieren</translation>
    </message>
    <message>
        <source>Exported spaces (*.%1)</source>
        <translation>Exportierte Suchräume (*.%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the space “%1”? Your files stay as they are. It can be trained again, or exported first.</source>
        <translation>Den Suchraum „%1“ löschen? Ihre Dateien bleiben, wie sie sind. Er kann wieder trainiert oder vorher exportiert werden.</translation>
    </message>
</context>
<context>
    <name>fusefind::SpectrogramView</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Loudness by time and pitch: low sounds at the bottom, loud ones bright.</source>
        <translation>Lautstärke nach Zeit und Tonhöhe: tiefe Töne unten, laute hell.</translation>
    </message>
</context>
<context>
    <name>fusefind::StartPage</name>
    <message>
        <source>Find your pictures and sounds by describing them</source>
        <translation>Ihre Bilder und Klänge mit Worten finden</translation>
    </message>
    <message>
        <source>Type what you remember, or drop a sound or a picture to find what goes with it.</source>
        <translation>Geben Sie ein, woran Sie sich erinnern, oder legen Sie einen Klang oder ein Bild zum Suchen ab.</translation>
    </message>
    <message>
        <source>You can also drop a folder anywhere on this window. Everything stays on this computer.</source>
        <translation>Sie können einen Ordner auch irgendwo auf dieses Fenster ziehen. Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Try the sample library</source>
        <translation>Beispielbibliothek ausprobieren</translation>
    </message>
    <message>
        <source>Command to run</source>
        <translation>Auszuführender Befehl</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>The sample library is not on this computer; packaging/run.sh brings it.</source>
        <translation>Die Beispielbibliothek ist nicht auf diesem Computer; packaging/run.sh holt sie.</translation>
    </message>
    <message>
        <source>Searching is not possible yet: no encoders are installed, and no space has been trained with them. This command brings both, with the sample library:</source>
        <translation>Die Suche ist noch nicht möglich: Es sind keine Encoder installiert, und es wurde noch kein Suchraum damit trainiert. Dieser Befehl holt beides, mitsamt der Beispielbibliothek:</translation>
    </message>
    <message>
        <source>Train on my data…</source>
        <translation>Mit meinen Daten trainieren …</translation>
    </message>
    <message>
        <source>Searching is not possible yet: no space has been trained. Train one on a folder of pictures or sounds with captions.</source>
        <translation>Die Suche ist noch nicht möglich: Es wurde noch kein Suchraum trainiert. Trainieren Sie einen mit einem Ordner von Bildern oder Klängen mit Texten.</translation>
    </message>
</context>
<context>
    <name>fusefind::StatisticsPanel</name>
    <message>
        <source>Statistics of the data set</source>
        <translation>Statistik des Datensatzes</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Anzahlen</translation>
    </message>
    <message>
        <source>Length of captions</source>
        <translation>Länge der Beschreibungen</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Captions of one file</source>
        <translation>Beschreibungen einer Datei</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>Size of pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>up to … megapixels</source>
        <translation>bis … Megapixel</translation>
    </message>
    <message>
        <source>Length of sounds</source>
        <translation>Länge der Klänge</translation>
    </message>
    <message>
        <source>up to … seconds</source>
        <translation>bis … Sekunden</translation>
    </message>
</context>
<context>
    <name>fusefind::StatusStrip</name>
    <message>
        <source>The engine stopped and is being started again…</source>
        <translation>Der Suchdienst wurde beendet und wird neu gestartet …</translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation>Der Suchdienst startet …</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Ready on %1</source>
        <translation>Bereit auf %1</translation>
    </message>
    <message>
        <source>The engine does not run</source>
        <translation>Der Suchdienst läuft nicht</translation>
    </message>
</context>
<context>
    <name>fusefind::StepList</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>fusefind::SubsetChoice</name>
    <message>
        <source>Train only on the most diverse pairs of each kind, at most:</source>
        <translation>Nur mit den vielfältigsten Paaren jeder Art trainieren, höchstens:</translation>
    </message>
    <message>
        <source>Leaves out pictures and sounds that say little beside the others. Faster where there are very many; all pairs usually teach more.</source>
        <translation>Lässt Bilder und Klänge weg, die neben den anderen wenig sagen. Schneller, wo es sehr viele gibt; meist lehren alle Paare mehr.</translation>
    </message>
    <message>
        <source>Pairs of each kind</source>
        <translation>Paare jeder Art</translation>
    </message>
</context>
<context>
    <name>fusefind::TrainWizard</name>
    <message>
        <source>Train on my data</source>
        <translation>Mit meinen Daten trainieren</translation>
    </message>
    <message>
        <source>Drop folders of pairs to train on</source>
        <translation>Ordner mit Paaren für das Training hier ablegen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Encoders and recipe</source>
        <translation>Encoder und Rezept</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Keep and use</source>
        <translation>Behalten und verwenden</translation>
    </message>
    <message>
        <source>Keep beside</source>
        <translation>Daneben behalten</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ergebnis ansehen</translation>
    </message>
    <message>
        <source>Search in the new space from now on; the one before stays and can be gone back to</source>
        <translation>Von nun an im neuen Suchraum suchen; der bisherige bleibt, und Sie können zu ihm zurückkehren</translation>
    </message>
    <message>
        <source>The space in use stays in use; the new one can be chosen under Spaces</source>
        <translation>Der verwendete Suchraum bleibt in Verwendung; der neue kann unter „Suchräume“ gewählt werden</translation>
    </message>
    <message>
        <source>Delete the new space</source>
        <translation>Den neuen Suchraum löschen</translation>
    </message>
    <message>
        <source>The library is put into the new space. Searches use the one before until it is ready…</source>
        <translation>Die Bibliothek wird in den neuen Suchraum übertragen. Bis dahin wird im bisherigen gesucht …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the space “%1”? Your files and the other spaces stay as they are.</source>
        <translation>Den Suchraum „%1“ löschen? Ihre Dateien und die anderen Suchräume bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>fusefind::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>The training goes on when this window is closed, and after a restart of the computer. The status bar shows it and brings you back here.</source>
        <translation>Das Training läuft weiter, wenn dieses Fenster geschlossen wird, und nach einem Neustart des Computers. Die Statusleiste zeigt es und bringt Sie hierher zurück.</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Stop and keep the best…</source>
        <translation>Beenden und das Beste behalten …</translation>
    </message>
    <message>
        <source>Why the training failed</source>
        <translation>Warum das Training fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Temperature (right)</source>
        <translation>Temperatur (rechts)</translation>
    </message>
    <message>
        <source>Loss and temperature</source>
        <translation>Verlust und Temperatur</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Beenden und behalten</translation>
    </message>
    <message>
        <source>“%1” learns from your pairs.</source>
        <translation>„%1“ lernt aus Ihren Paaren.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Loss %1, temperature %2</source>
        <translation>Verlust %1, Temperatur %2</translation>
    </message>
    <message>
        <source>Best so far: epoch %1, mean recall %2 %</source>
        <translation>Bisher am besten: Epoche %1, mittlere Trefferquote %2 %</translation>
    </message>
    <message>
        <source>“%1” reaches %2 %</source>
        <translation>„%1“ erreicht %2 %</translation>
    </message>
    <message>
        <source>Loss and recall appear here after the first epoch.</source>
        <translation>Verlust und Trefferquote erscheinen hier nach der ersten Epoche.</translation>
    </message>
    <message>
        <source>Loss (left)</source>
        <translation>Verlust (links)</translation>
    </message>
    <message>
        <source>Stop now and keep the best epoch so far? To only interrupt it, pause it instead.</source>
        <translation>Jetzt beenden und die bisher beste Epoche behalten? Um nur zu unterbrechen, halten Sie stattdessen an.</translation>
    </message>
</context>
<context>
    <name>fusefind::WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Click to go to a moment. Drag with Shift to select a stretch.</source>
        <translation>Klicken Sie, um zu einer Stelle zu springen. Ziehen Sie mit gedrückter Umschalttaste, um einen Abschnitt auszuwählen.</translation>
    </message>
    <message>
        <source>Reading the sound…</source>
        <translation>Der Klang wird gelesen …</translation>
    </message>
</context>
<context>
    <name>fusefind::WorkerClient</name>
    <message>
        <source>The data directory&apos;s name is not valid UTF-8</source>
        <translation>Der Name des Datenverzeichnisses ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>choose another data directory</source>
        <translation>wählen Sie ein anderes Datenverzeichnis</translation>
    </message>
    <message>
        <source>It said to be ready, but does not listen.</source>
        <translation>Er meldete sich bereit, nimmt aber keine Verbindung an.</translation>
    </message>
    <message>
        <source>FuseFind&apos;s worker does not start: %1</source>
        <translation>Der Suchdienst von FuseFind startet nicht: %1</translation>
    </message>
    <message>
        <source>FuseFind&apos;s worker ended before it had answered</source>
        <translation>Der Suchdienst von FuseFind wurde beendet, bevor er geantwortet hatte</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>FuseFind&apos;s worker ended %1 times within a minute</source>
        <translation>Der Suchdienst von FuseFind wurde innerhalb einer Minute %1-mal beendet</translation>
    </message>
    <message>
        <source>start FuseFind again; if that does not help, its log in the data directory says why</source>
        <translation>starten Sie FuseFind neu; hilft das nicht, steht der Grund im Protokoll im Datenverzeichnis</translation>
    </message>
    <message>
        <source>FuseFind&apos;s worker ended unexpectedly and is being started again.</source>
        <translation>Der Suchdienst von FuseFind wurde unerwartet beendet und wird neu gestartet.</translation>
    </message>
</context>
<context>
    <name>fusefind::WorkerConnection</name>
    <message>
        <source>%1 cannot be reached (%2)</source>
        <translation>%1 ist nicht erreichbar (%2)</translation>
    </message>
    <message>
        <source>check who may read and write there</source>
        <translation>prüfen Sie, wer dort lesen und schreiben darf</translation>
    </message>
    <message>
        <source>This is FuseFind %1 (protocol %2), but the worker that runs is FuseFind %3 (protocol %4)</source>
        <translation>Dies ist FuseFind %1 (Protokoll %2), aber der laufende Suchdienst gehört zu FuseFind %3 (Protokoll %4)</translation>
    </message>
    <message>
        <source>close every window of FuseFind, wait ten seconds until the worker has left, and start it again</source>
        <translation>schließen Sie alle Fenster von FuseFind, warten Sie zehn Sekunden, bis der Suchdienst beendet ist, und starten Sie es neu</translation>
    </message>
    <message>
        <source>Something that is not FuseFind&apos;s worker answers at %1</source>
        <translation>Unter %1 antwortet etwas anderes als der Suchdienst von FuseFind</translation>
    </message>
    <message>
        <source>end the program that listens there, or choose another data directory</source>
        <translation>beenden Sie das Programm, das dort Verbindungen annimmt, oder wählen Sie ein anderes Datenverzeichnis</translation>
    </message>
</context>
<context>
    <name>fusefind::WorkerProcess</name>
    <message>
        <source>The system has no pipes left; close some programs.</source>
        <translation>Das System hat keine Pipes mehr frei; schließen Sie einige Programme.</translation>
    </message>
    <message>
        <source>%1 cannot be started; install FuseFind again.</source>
        <translation>%1 kann nicht gestartet werden; installieren Sie FuseFind neu.</translation>
    </message>
    <message>
        <source>It ended before it was ready.</source>
        <translation>Er wurde beendet, bevor er bereit war.</translation>
    </message>
    <message numerus="yes">
        <source>It was not ready within %n second(s).</source>
        <translation>
            <numerusform>Er war nach %n Sekunde nicht bereit.</numerusform>
            <numerusform>Er war nach %n Sekunden nicht bereit.</numerusform>
        </translation>
    </message>
</context>
</TS>
