<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ItemText</name>
    <message numerus="yes">
        <source>with %Ln more like it</source>
        <translation>
            <numerusform>with %Ln more like it</numerusform>
            <numerusform>with %Ln more like it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingText</name>
    <message numerus="yes">
        <source>%Ln files skipped</source>
        <translation>
            <numerusform>%Ln file skipped</numerusform>
            <numerusform>%Ln files skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::DataSetFigures</name>
    <message numerus="yes">
        <source>Mean over the directions, %Ln measurements since %1: now %2 / %3 / %4</source>
        <translation>
            <numerusform>Mean over the directions, %Ln measurement since %1: now %2 / %3 / %4</numerusform>
            <numerusform>Mean over the directions, %Ln measurements since %1: now %2 / %3 / %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::DatasetList</name>
    <message numerus="yes">
        <source>%Ln pairs</source>
        <translation>
            <numerusform>%Ln pair</numerusform>
            <numerusform>%Ln pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::DatasetPage</name>
    <message numerus="yes">
        <source>%Ln pairs, read as: %1</source>
        <translation>
            <numerusform>%Ln pair, read as: %1</numerusform>
            <numerusform>%Ln pairs, read as: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs were exported to “%1”.</source>
        <translation>
            <numerusform>%Ln pair was exported to “%1”.</numerusform>
            <numerusform>%Ln pairs were exported to “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::FacetPanel</name>
    <message numerus="yes">
        <source>%1, %Ln files</source>
        <translation>
            <numerusform>%1, %Ln file</numerusform>
            <numerusform>%1, %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::LibraryPage</name>
    <message numerus="yes">
        <source>%Ln folders were removed from the library.</source>
        <translation>
            <numerusform>%Ln folder was removed from the library.</numerusform>
            <numerusform>%Ln folders were removed from the library.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::MainWindow</name>
    <message numerus="yes">
        <source>Add %Ln folders to the library?</source>
        <translation>
            <numerusform>Add %Ln folder to the library?</numerusform>
            <numerusform>Add %Ln folders to the library?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::MapPanel</name>
    <message numerus="yes">
        <source>%Ln pairs. The wheel zooms, dragging moves, and dragging with Shift chooses.</source>
        <translation>
            <numerusform>%Ln pair. The wheel zooms, dragging moves, and dragging with Shift chooses.</numerusform>
            <numerusform>%Ln pairs. The wheel zooms, dragging moves, and dragging with Shift chooses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs have not been encoded yet, and are left out.</source>
        <translation>
            <numerusform>%Ln pair has not been encoded yet, and is left out.</numerusform>
            <numerusform>%Ln pairs have not been encoded yet, and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::ResultDelegate</name>
    <message numerus="yes">
        <source>%Ln shots</source>
        <translation>
            <numerusform>%Ln shot</numerusform>
            <numerusform>%Ln shots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::SearchPage</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::WorkerProcess</name>
    <message numerus="yes">
        <source>It was not ready within %n second(s).</source>
        <translation>
            <numerusform>It was not ready within %n second.</numerusform>
            <numerusform>It was not ready within %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
