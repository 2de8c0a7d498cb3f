#pragma once

namespace fusefind {

// What a client may ask of the worker; the values are in library_messages.h, caption_messages.h, judge_messages.h,
// recall_messages.h, media_messages.h, train_messages.h, dataset_messages.h, dataset_reports.h and map_messages.h.
namespace method {

// A command of the command line, run in the worker: {"args": [...], "cwd": bytes} -> {"status": n, "out": text,
// "err": text}. With "--json" among the arguments, `out` is the document of the command line's contract.
inline constexpr const char* kCommand = "command";

inline constexpr const char* kSearch = "search";     // LibraryQuery -> LibraryAnswer; Partial: its first hits
inline constexpr const char* kBrowse = "browse";     // BrowseRequest -> BrowseAnswer
inline constexpr const char* kFacets = "facets";     // {} -> Facets
inline constexpr const char* kCaptions = "captions"; // CaptionsRequest -> CaptionsAnswer

// What the user says of hits.
inline constexpr const char* kJudge = "judge";               // Judgement -> JudgedCounts of its space
inline constexpr const char* kJudged = "judged";             // {"terms": [QueryTerm]} -> {"hits": [JudgedHit]}
inline constexpr const char* kJudgedCounts = "judgedCounts"; // {"space": text} -> JudgedCounts

// The recall of the space in use on the held-out pairs of the data sets, which the worker measures by itself.
inline constexpr const char* kRecallState = "recallState"; // {} -> RecallState

// The scan that the worker runs by itself: after its start, when folders are added, when files change.
inline constexpr const char* kScan = "scan";           // {"pause": bool}; without it: look again now -> ScanState
inline constexpr const char* kScanState = "scanState"; // {} -> ScanState

// The training that the worker runs by itself, and goes on with after a restart; one at a time.
inline constexpr const char* kPairs = "pairs";                     // PairsRequest -> PairsAnswer
inline constexpr const char* kEstimate = "estimate";               // TrainingRequest -> TrainingEstimate
inline constexpr const char* kTrain = "train";                     // TrainingRequest -> TrainingState
inline constexpr const char* kTrainingState = "trainingState";     // {} -> TrainingState
inline constexpr const char* kTrainingPause = "trainingPause";     // {"pause": bool} -> TrainingState
inline constexpr const char* kTrainingStop = "trainingStop";       // {}: keep the best so far -> TrainingState
inline constexpr const char* kTrainingDismiss = "trainingDismiss"; // {}: forget one that has ended -> TrainingState

// Data sets: folders of pairs, kept to be looked through and changed.
inline constexpr const char* kDataSets = "dataSets";             // {} -> {"dataSets": [DataSetInfo]}
inline constexpr const char* kDataSetAdd = "dataSetAdd";         // {"path": bytes}; reads it again -> DataSetInfo
inline constexpr const char* kDataSetRemove = "dataSetRemove";   // {"dataSet": n, "removed": bool} -> {}
inline constexpr const char* kDataPage = "dataPage";             // DataPageRequest -> DataPairPage
inline constexpr const char* kDataChange = "dataChange";         // DataChange -> DataChanged
inline constexpr const char* kDataStatistics = "dataStatistics"; // {"dataSet": n} -> DataStatistics
inline constexpr const char* kDataExport = "dataExport";         // DataExport -> DataExported
inline constexpr const char* kDataNumbers = "dataNumbers";       // DataSelection -> PairNumbers
inline constexpr const char* kDataFits = "dataFits";             // {"dataSet": n}, for PairOrder -> {}
// {"dataSet": n} -> MapAnswer; Partial: MapStep, of which the last is the finished map
inline constexpr const char* kDataMap = "dataMap";

// Files of the user's, decoded here so that a hostile one takes down the worker and never the window.
inline constexpr const char* kThumbnail = "thumbnail";     // ThumbnailRequest -> {"jpeg": binary}
inline constexpr const char* kPicture = "picture";         // PictureRequest -> PixelBlock, RGB
inline constexpr const char* kProbe = "probe";             // {"path": bytes} -> LibraryItem
inline constexpr const char* kSound = "sound";             // SoundRequest -> SoundBlock
inline constexpr const char* kWaveform = "waveform";       // WaveformRequest -> Waveform
inline constexpr const char* kSpectrogram = "spectrogram"; // SpectrogramRequest -> PixelBlock, grey

} // namespace method

// What the worker tells everybody.
namespace event {

inline constexpr const char* kScan = "scan";         // ScanState, at most 20 times a second
inline constexpr const char* kTraining = "training"; // TrainingState, at most 20 times a second
inline constexpr const char* kRecall = "recall";     // RecallState
inline constexpr const char* kChanged = "changed";   // {}: the library's folders, files or space in use changed

} // namespace event

} // namespace fusefind
