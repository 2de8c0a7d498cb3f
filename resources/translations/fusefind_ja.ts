<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Where FuseFind keeps its data.</source>
        <translation>FuseFind のデータの保存場所。</translation>
    </message>
    <message>
        <source>What to compute on: auto, cpu, cuda or cuda:N.</source>
        <translation>計算に使うデバイス: auto、cpu、cuda または cuda:N。</translation>
    </message>
    <message>
        <source>Threads for computing; 0: one a core.</source>
        <translation>計算に使うスレッド数。0 はコアごとに 1 つ。</translation>
    </message>
    <message>
        <source>A library that a first start may offer to try.</source>
        <translation>初回起動時に試用を勧めるライブラリ。</translation>
    </message>
    <message>
        <source>Finds your own pictures and sounds by words, by a sound, or by a picture.</source>
        <translation>手元の画像と音声を、言葉、音声、または画像から探し出します。</translation>
    </message>
</context>
<context>
    <name>DesktopActions</name>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>「%1」は既にありません。</translation>
    </message>
    <message>
        <source>No program on this computer opens “%1”.</source>
        <translation>「%1」を開けるプログラムがこのコンピューターにありません。</translation>
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
        <translation>問題が発生しました。</translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 ピクセル</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>関連度 %1</translation>
    </message>
    <message numerus="yes">
        <source>with %Ln more like it</source>
        <translation>
            <numerusform>ほかに似たショット %Ln 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>このコンピューターの外には何も送信されません</translation>
    </message>
    <message>
        <source>FuseFind uses no network. Your pictures, sounds and videos, what you type, what you record and what is found stay on this computer. There is no account, and nothing is counted or reported.</source>
        <translation>FuseFind はネットワークを使いません。画像、音声、動画も、入力や録音した内容も、検索結果も、このコンピューターの中にとどまります。アカウントは不要で、利用状況の集計や報告も行いません。</translation>
    </message>
    <message>
        <source>Your files are only read. They are never changed, moved or deleted, not even when you remove a folder from the library.</source>
        <translation>ファイルは読み取るだけです。変更、移動、削除することは決してなく、フォルダーをライブラリから取り除いたときも同じです。</translation>
    </message>
    <message>
        <source>What FuseFind writes lies in one folder, named on the page “Data”, which only you can read. Delete that folder, and everything that FuseFind knows is gone.</source>
        <translation>FuseFind が書き込むものは、「データ」ページに示す 1 つのフォルダーにすべて収まり、読めるのはあなただけです。そのフォルダーを削除すれば、FuseFind が記憶していることはすべて消えます。</translation>
    </message>
    <message>
        <source>The window and its engine talk to each other through a socket in that folder, which other users of this computer cannot open.</source>
        <translation>ウィンドウとエンジンは、そのフォルダー内のソケットを通じてやり取りします。このコンピューターのほかのユーザーは、そのソケットを開けません。</translation>
    </message>
</context>
<context>
    <name>QueryDrop</name>
    <message>
        <source>%1 is not a file that can be read.</source>
        <translation>%1 は読み取れるファイルではありません。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 は既にありません。</translation>
    </message>
    <message>
        <source>%1 is not on this computer. FuseFind loads nothing from the network: save the file first, then drop it here.</source>
        <translation>%1 はこのコンピューターにありません。FuseFind はネットワークから何も読み込みません。先にファイルを保存してから、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>There was nothing in it to search by: drop pictures, sounds or text.</source>
        <translation>検索に使えるものが含まれていませんでした。画像、音声、またはテキストをドロップしてください。</translation>
    </message>
</context>
<context>
    <name>QueryText</name>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>Unlike %1</source>
        <translation>%1 に似ていないもの</translation>
    </message>
    <message>
        <source>Similar to %1</source>
        <translation>%1 に似たもの</translation>
    </message>
    <message>
        <source>Similar to %1, unlike %2</source>
        <translation>%1 に似ていて、%2 に似ていないもの</translation>
    </message>
    <message>
        <source>Searching by %1</source>
        <translation>%1 で検索</translation>
    </message>
    <message>
        <source>Searching by %1, without %2</source>
        <translation>%1 で検索 (%2 を避ける)</translation>
    </message>
</context>
<context>
    <name>ScanText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The last scan failed: %1</source>
        <translation>前回のスキャンに失敗しました: %1</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>最新の状態です</translation>
    </message>
    <message>
        <source>Looking for files: %1</source>
        <translation>ファイルを探しています: %1</translation>
    </message>
    <message>
        <source>Reading files: %1</source>
        <translation>ファイルを読み取っています: %1</translation>
    </message>
    <message>
        <source>Updating the search index</source>
        <translation>検索インデックスを更新しています</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>一時停止中: %1</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>残り約 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>残り約 %1 分</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>残り約 %1 時間</translation>
    </message>
    <message>
        <source>%1 files/s</source>
        <translation>%1 ファイル/秒</translation>
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
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>検索結果</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面表示</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Go to the search box</source>
        <translation>検索ボックスへ移動</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索をクリア</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>似たものを増やす</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>似たものを減らす</translation>
    </message>
    <message>
        <source>Grid or list</source>
        <translation>グリッド表示とリスト表示</translation>
    </message>
    <message>
        <source>Show or hide the filters</source>
        <translation>フィルターの表示と非表示</translation>
    </message>
    <message>
        <source>Larger and smaller pictures</source>
        <translation>画像の拡大と縮小</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Open with the system&apos;s program</source>
        <translation>既定のプログラムで開く</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Previous and next, also in the preview</source>
        <translation>前と次 (プレビューでも)</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>プレビューを閉じる</translation>
    </message>
    <message>
        <source>Play and pause, in the sound player</source>
        <translation>再生と一時停止 (音声プレーヤー)</translation>
    </message>
    <message>
        <source>Remove the folder from the library</source>
        <translation>フォルダーをライブラリから取り除く</translation>
    </message>
    <message>
        <source>Undo removing</source>
        <translation>取り除いたフォルダーを元に戻す</translation>
    </message>
    <message>
        <source>Look for changes now</source>
        <translation>変更を今すぐ確認</translation>
    </message>
    <message>
        <source>Pause or resume the scan</source>
        <translation>スキャンの一時停止と再開</translation>
    </message>
</context>
<context>
    <name>fusefind::DataPage</name>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Here lie the library, the models, the trained spaces and small pictures of your files. Your own files stay where they are and are never changed.</source>
        <translation>ここには、ライブラリ、モデル、学習済みの検索空間、ファイルのサムネイルが保存されます。元のファイルは今の場所に残り、変更されることはありません。</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>まだ不明</translation>
    </message>
    <message>
        <source>being measured…</source>
        <translation>計算中…</translation>
    </message>
</context>
<context>
    <name>fusefind::DropShade</name>
    <message>
        <source>Drop folders to add them to the library,
pictures and sounds to search by them</source>
        <translation>フォルダーをドロップするとライブラリに追加し、
画像や音声をドロップするとそれで検索します</translation>
    </message>
</context>
<context>
    <name>fusefind::FacetPanel</name>
    <message numerus="yes">
        <source>%1, %Ln files</source>
        <translation>
            <numerusform>%1、%Ln 個のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>展開</translation>
    </message>
    <message>
        <source>Folded away</source>
        <translation>折りたたみ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>すべてのフォルダー</translation>
    </message>
    <message>
        <source>%1 (offline)</source>
        <translation>%1 (未接続)</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>すべての年</translation>
    </message>
</context>
<context>
    <name>fusefind::FilterBar</name>
    <message>
        <source>Active filters</source>
        <translation>適用中のフィルター</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>Reset all filters</source>
        <translation>すべてのフィルターをリセット</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>フィルター %1 を外す</translation>
    </message>
</context>
<context>
    <name>fusefind::FolderModel</name>
    <message>
        <source>Not connected; its files are kept</source>
        <translation>未接続 (情報は保持)</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>最新の状態です</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Ready to be found</source>
        <translation>検索可能</translation>
    </message>
</context>
<context>
    <name>fusefind::FolderPanel</name>
    <message>
        <source>No folder yet. Add one, or drop it anywhere on this window.</source>
        <translation>フォルダーはまだありません。追加するか、このウィンドウの好きな場所にドロップしてください。</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Folders of the library</source>
        <translation>ライブラリのフォルダー</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Removing a folder never touches its files.</source>
        <translation>フォルダーを取り除いても、中のファイルには手を加えません。</translation>
    </message>
</context>
<context>
    <name>fusefind::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Choose a result to see more of it here.</source>
        <translation>結果を選ぶと、ここに詳細が表示されます。</translation>
    </message>
    <message>
        <source>Play this moment</source>
        <translation>この場面を再生</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>寸法</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>撮影日時</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>更新日時</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>関連度</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>似たものを増やす(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Less like this</source>
        <translation>似たものを減らす(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>フォルダーで表示(&amp;R)</translation>
    </message>
    <message>
        <source>Similar shots: %1</source>
        <translation>似たショット: %1</translation>
    </message>
    <message>
        <source>%1 matched best</source>
        <translation>%1 が最も一致</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Closest captions</source>
        <translation>近い説明文</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>fusefind::LatencyChart</name>
    <message>
        <source>How long searches took</source>
        <translation>検索にかかった時間</translation>
    </message>
    <message>
        <source>up to … milliseconds</source>
        <translation>… ミリ秒まで</translation>
    </message>
</context>
<context>
    <name>fusefind::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>再スキャン</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>ライブラリにフォルダーを追加</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>“%1” was removed from the library.</source>
        <translation>「%1」をライブラリから取り除きました。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folders were removed from the library.</source>
        <translation>
            <numerusform>%Ln 個のフォルダーをライブラリから取り除きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The files stay where they are.</source>
        <translation>ファイルは元の場所に残っています。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>fusefind::MainWindow</name>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>The engine does not run: %1</source>
        <translation>エンジンが動作していません: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Add “%1” to the library?</source>
        <translation>「%1」をライブラリに追加しますか?</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln folders to the library?</source>
        <translation>
            <numerusform>%Ln 個のフォルダーをライブラリに追加しますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Only files and folders of this computer can be dropped here.</source>
        <translation>ここにドロップできるのは、このコンピューターのファイルとフォルダーだけです。</translation>
    </message>
    <message>
        <source>There is nothing to search yet: add a folder first.</source>
        <translation>検索できるものがまだありません。先にフォルダーを追加してください。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>About FuseFind</source>
        <translation>FuseFind について</translation>
    </message>
    <message>
        <source>FuseFind %1</source>
        <translation>FuseFind %1</translation>
    </message>
    <message>
        <source>Finds your own pictures and sounds by words, by a sound, or by a picture. Everything runs on this computer.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>手元の画像と音声を、言葉、音声、または画像から探し出します。すべてこのコンピューター上で動作します。

GNU General Public License バージョン 3 以降に基づくフリーソフトウェアです。</translation>
    </message>
</context>
<context>
    <name>fusefind::MetricsDock</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Recall on held-out pairs, %</source>
        <translation>評価用ペアでの再現率 (%)</translation>
    </message>
    <message>
        <source>Searches of this session</source>
        <translation>今回の検索</translation>
    </message>
    <message>
        <source>Space in use</source>
        <translation>使用中の検索空間</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Index, recall@10</source>
        <translation>インデックスの recall@10</translation>
    </message>
    <message>
        <source>How many of the ten best files of an exact search the fast index finds as well</source>
        <translation>厳密な検索での上位 10 ファイルのうち、高速インデックスでも見つかる割合</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>元 → 先</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>クエリ数</translation>
    </message>
    <message>
        <source>Recall of the space in use</source>
        <translation>使用中の検索空間の再現率</translation>
    </message>
    <message>
        <source>No space is in use, or none of its pairs were held out.</source>
        <translation>検索空間が使われていないか、評価用のペアが取り分けられていません。</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>検索回数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % が収まる時間</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
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
        <translation>マイクに、録音できる形式がありません。</translation>
    </message>
    <message>
        <source>The microphone could not be opened. Does another program use it?</source>
        <translation>マイクを開けませんでした。ほかのプログラムが使用していませんか?</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>何も録音されませんでした。</translation>
    </message>
</context>
<context>
    <name>fusefind::ModelsPage</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>インストール済みのモデル</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>エンジンに問い合わせています…</translation>
    </message>
    <message>
        <source>The engine&apos;s answer cannot be read.</source>
        <translation>エンジンの応答を読み取れません。</translation>
    </message>
    <message>
        <source>No model is installed. Add one with: fusefind-cli models add FOLDER</source>
        <translation>モデルがインストールされていません。次のコマンドで追加できます: fusefind-cli models add フォルダー</translation>
    </message>
    <message>
        <source>Models turn files and words into numbers that can be compared. They run on this computer.</source>
        <translation>モデルは、ファイルや言葉を比較できる数値に変換します。このコンピューター上で動作します。</translation>
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
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>fusefind::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>fusefind::NoticeLine</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>fusefind::PictureView</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>画像を読み込んでいます…</translation>
    </message>
</context>
<context>
    <name>fusefind::PreviewDialog</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom %1</source>
        <translation>表示倍率 %1</translation>
    </message>
    <message>
        <source>Show at actual size (1)</source>
        <translation>実際のサイズで表示 (1)</translation>
    </message>
    <message>
        <source>Fit into the window (0)</source>
        <translation>ウィンドウに合わせる (0)</translation>
    </message>
</context>
<context>
    <name>fusefind::QueryBox</name>
    <message>
        <source>Describe what you look for, or drop a picture or a sound</source>
        <translation>探しているものを言葉で入力するか、画像や音声をドロップ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>A word that begins with a minus is kept away from</source>
        <translation>マイナスで始まる語は、結果から遠ざけます</translation>
    </message>
    <message>
        <source>Keep this text and add another (Ctrl+Enter)</source>
        <translation>このテキストを残して、次を追加 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Keep this text as a term</source>
        <translation>このテキストを検索条件として残す</translation>
    </message>
    <message>
        <source>Recording %1.wav</source>
        <translation>録音 %1.wav</translation>
    </message>
    <message>
        <source>A search takes up to %1 files and texts. Left out: %2.</source>
        <translation>1 回の検索で使えるファイルとテキストは合わせて %1 個までです。除外した数: %2。</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 は既にありません。</translation>
    </message>
    <message>
        <source>%1 cannot be searched by: %2</source>
        <translation>%1 では検索できません: %2</translation>
    </message>
    <message>
        <source>A search takes up to %1 files and texts.</source>
        <translation>1 回の検索で使えるファイルとテキストは合わせて %1 個までです。</translation>
    </message>
    <message>
        <source>Pasted picture %1.png</source>
        <translation>貼り付けた画像 %1.png</translation>
    </message>
    <message>
        <source>The picture could not be read.</source>
        <translation>画像を読み取れませんでした。</translation>
    </message>
    <message>
        <source>%1 could not be kept: %2</source>
        <translation>%1 を保存できませんでした: %2</translation>
    </message>
</context>
<context>
    <name>fusefind::QueryChip</name>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を取り除く</translation>
    </message>
    <message>
        <source>Wanted. Click to keep away from it.</source>
        <translation>求めるもの。クリックすると、避けるものに変わります。</translation>
    </message>
    <message>
        <source>Unwanted. Click to look for it.</source>
        <translation>避けるもの。クリックすると、求めるものに変わります。</translation>
    </message>
    <message>
        <source>%1 is wanted</source>
        <translation>%1 を求める</translation>
    </message>
    <message>
        <source>%1 is unwanted</source>
        <translation>%1 を避ける</translation>
    </message>
    <message>
        <source>How much it counts</source>
        <translation>重視する度合い</translation>
    </message>
    <message>
        <source>Weight of %1: %2</source>
        <translation>%1 の重み: %2</translation>
    </message>
</context>
<context>
    <name>fusefind::RecordButton</name>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Stop recording and search</source>
        <translation>録音を停止して検索</translation>
    </message>
    <message>
        <source>Search by a sound from the microphone</source>
        <translation>マイクからの音で検索</translation>
    </message>
    <message>
        <source>Record a sound to search by</source>
        <translation>検索に使う音を録音</translation>
    </message>
</context>
<context>
    <name>fusefind::ResultBar</name>
    <message>
        <source>Filters</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>Fold similar</source>
        <translation>似たものをまとめる</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>グリッド</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>List</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>古い順</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前順</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>サイズの大きい順</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>長い順</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Show similar shots as one, with a count</source>
        <translation>似たショットを 1 つにまとめ、その数を表示</translation>
    </message>
    <message>
        <source>Lowest score shown</source>
        <translation>表示する関連度の下限</translation>
    </message>
    <message>
        <source>Hide what scores lower</source>
        <translation>関連度がこれより低いものを隠す</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>関連度</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>画像の表示サイズ</translation>
    </message>
    <message>
        <source>Size of the pictures (Ctrl++, Ctrl+-)</source>
        <translation>画像の表示サイズ (Ctrl++、Ctrl+-)</translation>
    </message>
    <message>
        <source>%L1 hidden – show all</source>
        <translation>%L1 件を非表示 – すべて表示</translation>
    </message>
</context>
<context>
    <name>fusefind::ResultDelegate</name>
    <message numerus="yes">
        <source>%Ln shots</source>
        <translation>
            <numerusform>%Ln ショット</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::ResultModel</name>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
</context>
<context>
    <name>fusefind::ResultView</name>
    <message>
        <source>Results</source>
        <translation>検索結果</translation>
    </message>
</context>
<context>
    <name>fusefind::ScanBar</name>
    <message>
        <source>Progress of the scan</source>
        <translation>スキャンの進行状況</translation>
    </message>
</context>
<context>
    <name>fusefind::SearchPage</name>
    <message>
        <source>Searching…</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>Say also what to look for: what is unwanted only takes away from it.</source>
        <translation>探すものも指定してください。避けるものだけでは検索できません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln 個のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing close was found. These are the nearest.</source>
        <translation>近いものは見つかりませんでした。最も近いものを表示しています。</translation>
    </message>
    <message>
        <source>Close matches: %L1, then the nearest others</source>
        <translation>よく一致: %L1 件。続いて次に近いもの</translation>
    </message>
    <message>
        <source>The nearest %L1</source>
        <translation>近い順に %L1 件</translation>
    </message>
    <message>
        <source>No file of the library passes these filters.</source>
        <translation>これらのフィルターに合うファイルがライブラリにありません。</translation>
    </message>
    <message>
        <source>The library is empty.
Add a folder of pictures or sounds, or drop one here.</source>
        <translation>ライブラリは空です。
画像や音声のフォルダーを追加するか、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>All results score lower than the slider says.</source>
        <translation>すべての結果の関連度が、スライダーの値を下回っています。</translation>
    </message>
    <message>
        <source>Nothing passes these filters.</source>
        <translation>これらのフィルターに合うものがありません。</translation>
    </message>
    <message>
        <source>There is nothing to find yet.</source>
        <translation>検索できるものがまだありません。</translation>
    </message>
    <message>
        <source>The engine stopped and is being started again…</source>
        <translation>エンジンが停止したため、再起動しています…</translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation>エンジンを起動しています…</translation>
    </message>
    <message>
        <source>The engine does not run: %1</source>
        <translation>エンジンが動作していません: %1</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>フォルダーで表示(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;More like this</source>
        <translation>似たものを増やす(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Less like this</source>
        <translation>似たものを減らす(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>パスをコピー(&amp;C)</translation>
    </message>
</context>
<context>
    <name>fusefind::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>プライバシー</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>言語の変更は次回の起動から反映されます。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>プロセッサー (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>グラフィックカード (CUDA)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>One for each core (%1)</source>
        <translation>コアごとに 1 つ (%1)</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド数</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>まだ不明</translation>
    </message>
    <message>
        <source>In use now</source>
        <translation>現在使用中</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>設定のページ</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Of encoders that are kept loaded; for another one the one used longest ago goes.</source>
        <translation>読み込んだままにするエンコーダーの合計です。次を読み込むときは、最も長く使われていないものから外します。</translation>
    </message>
    <message>
        <source>Memory for encoders</source>
        <translation>エンコーダー用メモリー</translation>
    </message>
    <message>
        <source>Device, threads and memory are used from the next start on.</source>
        <translation>デバイス、スレッド、メモリーの設定は次回の起動から有効です。</translation>
    </message>
</context>
<context>
    <name>fusefind::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
</context>
<context>
    <name>fusefind::SimilarStrip</name>
    <message>
        <source>Similar shots</source>
        <translation>似たショット</translation>
    </message>
</context>
<context>
    <name>fusefind::SkippedModel</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Why it was skipped</source>
        <translation>スキップの理由</translation>
    </message>
</context>
<context>
    <name>fusefind::SkippedPanel</name>
    <message>
        <source>Skipped files</source>
        <translation>スキップしたファイル</translation>
    </message>
    <message>
        <source>Look at these files again</source>
        <translation>これらのファイルをもう一度読み取る</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>A file that changes is tried again by itself.</source>
        <translation>変更されたファイルは自動的に再試行されます。</translation>
    </message>
    <message>
        <source>Skipped files (%1)</source>
        <translation>スキップしたファイル (%1)</translation>
    </message>
</context>
<context>
    <name>fusefind::SoundOutput</name>
    <message>
        <source>The sound device does not answer.</source>
        <translation>オーディオデバイスが応答しません。</translation>
    </message>
</context>
<context>
    <name>fusefind::SoundPlayer</name>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>リピート</translation>
    </message>
    <message>
        <source>Repeat the selection, or else the moment that matched, or else all</source>
        <translation>選択範囲をリピート。なければ一致した場面、それもなければ全体</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>再生位置</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>This computer has no sound output to play on.</source>
        <translation>このコンピューターには、再生できる音声出力がありません。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Sound player</source>
        <translation>音声プレーヤー</translation>
    </message>
</context>
<context>
    <name>fusefind::SpectrogramView</name>
    <message>
        <source>Spectrogram</source>
        <translation>スペクトログラム</translation>
    </message>
    <message>
        <source>Loudness by time and pitch: low sounds at the bottom, loud ones bright.</source>
        <translation>時間と音の高さごとの音量です。低い音ほど下に、大きい音ほど明るく表示します。</translation>
    </message>
</context>
<context>
    <name>fusefind::StartPage</name>
    <message>
        <source>Find your pictures and sounds by describing them</source>
        <translation>画像も音声も、言葉で探せます</translation>
    </message>
    <message>
        <source>Type what you remember, or drop a sound or a picture to find what goes with it.</source>
        <translation>覚えていることを入力するか、音声や画像をドロップすると、それに合うものが見つかります。</translation>
    </message>
    <message>
        <source>You can also drop a folder anywhere on this window. Everything stays on this computer.</source>
        <translation>フォルダーをウィンドウにドロップすることもできます。データはこのコンピューターの外に出ません。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Try the sample library</source>
        <translation>サンプルライブラリを試す</translation>
    </message>
    <message>
        <source>Command to run</source>
        <translation>実行するコマンド</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>The sample library is not on this computer; packaging/run.sh brings it.</source>
        <translation>サンプルライブラリがこのコンピューターにありません。packaging/run.sh で取得できます。</translation>
    </message>
    <message>
        <source>Searching is not possible yet: no encoders are installed, and no space has been trained with them. This command brings both, with the sample library:</source>
        <translation>まだ検索できません。エンコーダーがインストールされておらず、それを使った検索空間も学習されていません。次のコマンドで、サンプルライブラリとともに両方を用意できます:</translation>
    </message>
    <message>
        <source>Searching is not possible yet: no space has been trained. This command trains one, on a folder of pictures or sounds with captions:</source>
        <translation>まだ検索できません。検索空間が学習されていません。次のコマンドで、説明文付きの画像や音声のフォルダーから学習できます:</translation>
    </message>
</context>
<context>
    <name>fusefind::StatusStrip</name>
    <message>
        <source>The engine stopped and is being started again…</source>
        <translation>エンジンが停止したため、再起動しています…</translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation>エンジンを起動しています…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Ready on %1</source>
        <translation>準備完了 (%1)</translation>
    </message>
    <message>
        <source>The engine does not run</source>
        <translation>エンジンが動作していません</translation>
    </message>
</context>
<context>
    <name>fusefind::WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Click to go to a moment. Drag with Shift to select a stretch.</source>
        <translation>クリックするとその位置へ移動します。Shift を押しながらドラッグすると範囲を選択できます。</translation>
    </message>
    <message>
        <source>Reading the sound…</source>
        <translation>音声を読み込んでいます…</translation>
    </message>
</context>
<context>
    <name>fusefind::WorkerClient</name>
    <message>
        <source>The data directory&apos;s name is not valid UTF-8</source>
        <translation>データディレクトリの名前が正しい UTF-8 ではありません</translation>
    </message>
    <message>
        <source>choose another data directory</source>
        <translation>別のデータディレクトリを選んでください</translation>
    </message>
    <message>
        <source>It said to be ready, but does not listen.</source>
        <translation>準備完了と報告しましたが、接続を受け付けません。</translation>
    </message>
    <message>
        <source>FuseFind&apos;s worker does not start: %1</source>
        <translation>FuseFind のエンジンが起動しません: %1</translation>
    </message>
    <message>
        <source>FuseFind&apos;s worker ended before it had answered</source>
        <translation>FuseFind のエンジンが、応答する前に終了しました</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>もう一度お試しください</translation>
    </message>
    <message>
        <source>FuseFind&apos;s worker ended %1 times within a minute</source>
        <translation>FuseFind のエンジンが 1 分間に %1 回終了しました</translation>
    </message>
    <message>
        <source>start FuseFind again; if that does not help, its log in the data directory says why</source>
        <translation>FuseFind を再起動してください。それでも直らない場合は、データディレクトリのログに原因が記録されています</translation>
    </message>
    <message>
        <source>FuseFind&apos;s worker ended unexpectedly and is being started again.</source>
        <translation>FuseFind のエンジンが予期せず終了したため、再起動しています。</translation>
    </message>
</context>
<context>
    <name>fusefind::WorkerConnection</name>
    <message>
        <source>%1 cannot be reached (%2)</source>
        <translation>%1 に接続できません (%2)</translation>
    </message>
    <message>
        <source>check who may read and write there</source>
        <translation>読み書きの権限を確認してください</translation>
    </message>
    <message>
        <source>This is FuseFind %1 (protocol %2), but the worker that runs is FuseFind %3 (protocol %4)</source>
        <translation>これは FuseFind %1 (プロトコル %2) ですが、動作中のエンジンは FuseFind %3 (プロトコル %4) のものです</translation>
    </message>
    <message>
        <source>close every window of FuseFind, wait ten seconds until the worker has left, and start it again</source>
        <translation>FuseFind のウィンドウをすべて閉じ、エンジンが終了するまで 10 秒待ってから、もう一度起動してください</translation>
    </message>
    <message>
        <source>Something that is not FuseFind&apos;s worker answers at %1</source>
        <translation>%1 で、FuseFind のエンジンではないものが応答しています</translation>
    </message>
    <message>
        <source>end the program that listens there, or choose another data directory</source>
        <translation>そこで接続を受け付けているプログラムを終了するか、別のデータディレクトリを選んでください</translation>
    </message>
</context>
<context>
    <name>fusefind::WorkerProcess</name>
    <message>
        <source>The system has no pipes left; close some programs.</source>
        <translation>システムで使えるパイプが残っていません。いくつかのプログラムを終了してください。</translation>
    </message>
    <message>
        <source>%1 cannot be started; install FuseFind again.</source>
        <translation>%1 を起動できません。FuseFind を再インストールしてください。</translation>
    </message>
    <message>
        <source>It ended before it was ready.</source>
        <translation>準備が完了する前に終了しました。</translation>
    </message>
    <message numerus="yes">
        <source>It was not ready within %n second(s).</source>
        <translation>
            <numerusform>%n 秒以内に準備ができませんでした。</numerusform>
        </translation>
    </message>
</context>
</TS>
