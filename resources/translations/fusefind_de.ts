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
        <source>A library that a first start may offer to try.</source>
        <translation>Eine Bibliothek, die beim ersten Start zum Ausprobieren angeboten wird.</translation>
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
    <name>PrivacyPage</name>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>Nichts verlässt diesen Computer</translation>
    </message>
    <message>
        <source>FuseFind uses no network. Your pictures, sounds and videos, what you type, what you record and what is found stay on this computer. There is no account, and nothing is counted or reported.</source>
        <translation>FuseFind nutzt kein Netzwerk. Ihre Bilder, Klänge und Videos, was Sie eingeben, was Sie aufnehmen und was gefunden wird, bleiben auf diesem Computer. Es gibt kein Konto, und nichts wird gezählt oder gemeldet.</translation>
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
        <source>Grid or list</source>
        <translation>Raster oder Liste</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>Filter ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Larger and smaller pictures</source>
        <translation>Bilder vergrößern und verkleinern</translation>
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
        <source>Previous and next, also in the preview</source>
        <translation>Zurück und weiter, auch in der Vorschau</translation>
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
    <name>fusefind::DropShade</name>
    <message>
        <source>Drop folders to add them to the library,
pictures and sounds to search by them</source>
        <translation>Ordner hier ablegen, um sie zur Bibliothek hinzuzufügen,
Bilder und Klänge, um damit zu suchen</translation>
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
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner anzeigen</translation>
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
</context>
<context>
    <name>fusefind::MetricsDock</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
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
        <source>From → to</source>
        <translation>Von → zu</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
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
        <source>Made by</source>
        <translation>Erstellt von</translation>
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
        <source>The engine&apos;s answer cannot be read.</source>
        <translation>Die Antwort des Suchdienstes ist nicht lesbar.</translation>
    </message>
    <message>
        <source>No model is installed. Add one with: fusefind-cli models add FOLDER</source>
        <translation>Es ist kein Modell installiert. Fügen Sie eines hinzu mit: fusefind-cli models add ORDNER</translation>
    </message>
    <message>
        <source>Models turn files and words into numbers that can be compared. They run on this computer.</source>
        <translation>Modelle verwandeln Dateien und Wörter in Zahlen, die sich vergleichen lassen. Sie laufen auf diesem Computer.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
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
    <name>fusefind::NoticeLine</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung ausblenden</translation>
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
        <source>Ctrl+Shift+F</source>
        <translation>Strg+Umschalt+F</translation>
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
        <source>Ctrl+1</source>
        <translation>Strg+1</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Strg+2</translation>
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
        <source>Size of the pictures (Ctrl++, Ctrl+-)</source>
        <translation>Größe der Bilder (Strg++, Strg+-)</translation>
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
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner anzeigen</translation>
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
    <message>
        <source>Why it was skipped</source>
        <translation>Warum sie übersprungen wurde</translation>
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
        <source>Searching is not possible yet: no space has been trained. This command trains one, on a folder of pictures or sounds with captions:</source>
        <translation>Die Suche ist noch nicht möglich: Es wurde noch kein Suchraum trainiert. Dieser Befehl trainiert einen, mit einem Ordner voller Bilder oder Klänge samt Beschreibungen:</translation>
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
