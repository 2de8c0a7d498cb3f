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
        <source>A folder with a library to try, and with pairs to train on.</source>
        <translation>試用できるライブラリと、学習用のペアが入ったフォルダー。</translation>
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
    <name>EncoderChoice</name>
    <message>
        <source>Made for speech, not for other sounds</source>
        <translation>音声言語向けで、ほかの音には向きません</translation>
    </message>
    <message>
        <source>Can be joined with the first; takes more time</source>
        <translation>1 つ目と組み合わせられますが、時間がかかります</translation>
    </message>
    <message>
        <source>Made for speech; no other encoder of sounds is installed</source>
        <translation>音声言語向け。音声用のほかのエンコーダーはインストールされていません</translation>
    </message>
    <message>
        <source>Made for sounds of all kinds</source>
        <translation>あらゆる音に対応</translation>
    </message>
    <message>
        <source>A third one adds little</source>
        <translation>3 つ目の効果はわずかです</translation>
    </message>
    <message>
        <source>Reads pictures</source>
        <translation>画像を読み取ります</translation>
    </message>
    <message>
        <source>Two joined find more than one</source>
        <translation>2 つ組み合わせると、1 つより多く見つかります</translation>
    </message>
    <message>
        <source>Reads captions</source>
        <translation>説明文を読み取ります</translation>
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
    <name>MapText</name>
    <message>
        <source>Unlike: %1 or less</source>
        <translation>似ていない：%1 以下</translation>
    </message>
    <message>
        <source>Alike: %1 or more</source>
        <translation>似ている：%1 以上</translation>
    </message>
    <message>
        <source>One half not encoded</source>
        <translation>片方が未エンコード</translation>
    </message>
</context>
<context>
    <name>PairText</name>
    <message>
        <source>Picture and caption</source>
        <translation>画像と説明文</translation>
    </message>
    <message>
        <source>Sound and caption</source>
        <translation>音と説明文</translation>
    </message>
    <message>
        <source>Picture and sound</source>
        <translation>画像と音</translation>
    </message>
    <message>
        <source>Pictures with captions</source>
        <translation>説明文付きの画像</translation>
    </message>
    <message>
        <source>Sounds with captions</source>
        <translation>説明文付きの音</translation>
    </message>
    <message>
        <source>Pictures with sounds</source>
        <translation>音付きの画像</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習用</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>検証用</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト用</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>caption mended</source>
        <translation>説明文を修正</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>ファイルなし</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>変更前：%1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 ピクセル</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Pairs for %1</source>
        <translation>%1のペア</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>音</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>説明文</translation>
    </message>
    <message>
        <source>Different words</source>
        <translation>異なる単語</translation>
    </message>
    <message>
        <source>Mended captions</source>
        <translation>直した説明文</translation>
    </message>
    <message>
        <source>Pairs with a problem</source>
        <translation>問題のあるペア</translation>
    </message>
    <message>
        <source>Excluded pairs, not counted above</source>
        <translation>除外したペア（上の数に含まない）</translation>
    </message>
    <message>
        <source>fit %1</source>
        <translation>適合度 %1</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>順位 %1</translation>
    </message>
    <message>
        <source>file found more than once</source>
        <translation>同じファイルが複数あります</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>このコンピューターの外には何も送信されません</translation>
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
    <message>
        <source>FuseFind uses the network for one thing alone: to load a model that you ask for. Your pictures, sounds and videos, what you type, what you record and what is found stay on this computer. There is no account, and nothing is counted or reported.</source>
        <translation>FuseFind がネットワークを使うのは、選んだモデルをダウンロードするときだけです。画像、音声、動画も、入力や録音した内容も、検索結果も、このコンピューターの中にとどまります。アカウントは不要で、利用状況の集計や報告も行いません。</translation>
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
    <name>RecipeOptions</name>
    <message>
        <source>Epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <source>How often the training goes through all pairs</source>
        <translation>学習がすべてのペアを何回通るか</translation>
    </message>
    <message>
        <source>Steps at most</source>
        <translation>最大ステップ数</translation>
    </message>
    <message>
        <source>The training ends after so many steps, whatever the epochs say</source>
        <translation>エポック数にかかわらず、このステップ数で学習を終えます</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>Mixed pairs in a step: each is told apart from all others in it</source>
        <translation>1 ステップの混合ペア数。各ペアをバッチ内のほかのすべてと区別します</translation>
    </message>
    <message>
        <source>Mixing (alpha)</source>
        <translation>混合 (alpha)</translation>
    </message>
    <message>
        <source>How evenly two pairs are mixed: 1 is any share, 0 is no mixing at all</source>
        <translation>2 つのペアの混ぜ方。1 は任意の割合、0 は混合なし</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層の数</translation>
    </message>
    <message>
        <source>Residual blocks of an adapter; more need more pairs</source>
        <translation>アダプターの残差ブロック数。増やすほど多くのペアが必要です</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>拡張率</translation>
    </message>
    <message>
        <source>Hidden width of a block, as a multiple of its input</source>
        <translation>ブロックの隠れ層の幅 (入力に対する倍率)</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>ドロップアウト</translation>
    </message>
    <message>
        <source>Share of the hidden values left out at random; keeps from learning by heart</source>
        <translation>無作為に省く隠れ値の割合。丸暗記を防ぎます</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>次元数</translation>
    </message>
    <message>
        <source>Of the space: more hold finer differences and a larger index</source>
        <translation>検索空間の次元。増やすと細かな違いを表せますが、インデックスも大きくなります</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>The highest; it falls along a cosine to the end</source>
        <translation>最大値。終わりに向けてコサイン曲線で下がります</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>重み減衰</translation>
    </message>
    <message>
        <source>How strongly weights are drawn to zero</source>
        <translation>重みをゼロへ引き寄せる強さ</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>ウォームアップ</translation>
    </message>
    <message>
        <source>Steps until the highest learning rate</source>
        <translation>最大の学習率に達するまでのステップ数</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>To begin with; it is learned. Lower tells pairs apart more sharply</source>
        <translation>初期値 (学習されます)。低いほどペアを鋭く区別します</translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation>評価用の割合</translation>
    </message>
    <message>
        <source>Share of the files that is only measured with, never trained on</source>
        <translation>測定だけに使い、学習には使わないファイルの割合</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Of every random choice: the same seed gives the same space</source>
        <translation>すべての乱数の種。同じシードからは同じ検索空間ができます</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2~%3)</translation>
    </message>
    <message>
        <source>%1 (at least %2)</source>
        <translation>%1 (%2 以上)</translation>
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
        <source>Show or hide the filters</source>
        <translation>フィルターの表示と非表示</translation>
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
    <message>
        <source>Train on my data…</source>
        <translation>自分のデータで学習…</translation>
    </message>
    <message>
        <source>Spaces…</source>
        <translation>検索空間…</translation>
    </message>
    <message>
        <source>Results as a grid</source>
        <translation>結果をグリッドで表示</translation>
    </message>
    <message>
        <source>Results as a list</source>
        <translation>結果をリストで表示</translation>
    </message>
    <message>
        <source>Larger pictures</source>
        <translation>画像を大きく</translation>
    </message>
    <message>
        <source>Smaller pictures</source>
        <translation>画像を小さく</translation>
    </message>
    <message>
        <source>Previous, also in the preview</source>
        <translation>前へ（プレビューでも）</translation>
    </message>
    <message>
        <source>Next, also in the preview</source>
        <translation>次へ（プレビューでも）</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Search the captions</source>
        <translation>説明文を検索</translation>
    </message>
    <message>
        <source>Exclude pairs, or include them again</source>
        <translation>ペアを除外、または戻す</translation>
    </message>
    <message>
        <source>Mend the caption</source>
        <translation>説明文を直す</translation>
    </message>
    <message>
        <source>Move between training and validation</source>
        <translation>学習用と検証用の間で移す</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Good result, or no longer</source>
        <translation>良い結果とする・取り消す</translation>
    </message>
    <message>
        <source>Bad result, or no longer</source>
        <translation>悪い結果とする・取り消す</translation>
    </message>
    <message>
        <source>Pairs as a table</source>
        <translation>ペアを表で表示</translation>
    </message>
    <message>
        <source>Pairs as a map</source>
        <translation>ペアをマップで表示</translation>
    </message>
</context>
<context>
    <name>TrainingText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Reading the pairs: %1</source>
        <translation>ペアを読み取り中: %1</translation>
    </message>
    <message>
        <source>Encoding the files: %1</source>
        <translation>ファイルをエンコード中: %1</translation>
    </message>
    <message>
        <source>Training: step %1</source>
        <translation>学習中: ステップ %1</translation>
    </message>
    <message>
        <source>Training: step %1, epoch %2 of %3</source>
        <translation>学習中: ステップ %1、エポック %2 / %3</translation>
    </message>
    <message>
        <source>Comparing with what was before</source>
        <translation>これまでのものと比較中</translation>
    </message>
    <message>
        <source>Paused at %1</source>
        <translation>一時停止中: %1</translation>
    </message>
    <message>
        <source>Stopped; the best so far was kept</source>
        <translation>中止しました。それまでの最良のものを残しました</translation>
    </message>
    <message>
        <source>The training is done</source>
        <translation>学習が完了しました</translation>
    </message>
    <message>
        <source>The training failed</source>
        <translation>学習に失敗しました</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Pictures with captions</source>
        <translation>説明文付きの画像</translation>
    </message>
    <message>
        <source>Sounds with captions</source>
        <translation>説明文付きの音声</translation>
    </message>
    <message>
        <source>Pictures with sounds</source>
        <translation>音声付きの画像</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>説明文</translation>
    </message>
    <message>
        <source>%1 files/s</source>
        <translation>%1 ファイル/秒</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 ステップ/秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files skipped</source>
        <translation>
            <numerusform>%Ln 個のファイルを省略</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is trained: see the result</source>
        <translation>「%1」の学習が完了: 結果を見る</translation>
    </message>
    <message>
        <source>Training “%1” failed</source>
        <translation>「%1」の学習に失敗しました</translation>
    </message>
    <message>
        <source>Training “%1” is paused</source>
        <translation>「%1」の学習は一時停止中</translation>
    </message>
    <message>
        <source>Training “%1”…</source>
        <translation>「%1」を学習中…</translation>
    </message>
    <message>
        <source>Training “%1”: %2 %</source>
        <translation>「%1」を学習中: %2%</translation>
    </message>
    <message>
        <source>Training “%1”, preparing: %2 %</source>
        <translation>「%1」の学習を準備中: %2%</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>約 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>約 %1 分</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>約 %1 時間</translation>
    </message>
    <message>
        <source>To encode the files: %1 · To train: %2 · Memory: %3</source>
        <translation>ファイルのエンコード: %1 · 学習: %2 · メモリー: %3</translation>
    </message>
    <message>
        <source>nothing, all are known</source>
        <translation>不要 (すべて済み)</translation>
    </message>
</context>
<context>
    <name>fusefind::AvailableModelsDialog</name>
    <message>
        <source>%1 (installed)</source>
        <translation>%1（インストール済み）</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>モデルを入手</translation>
    </message>
    <message>
        <source>I may use it: its licence forbids commercial use</source>
        <translation>商用利用を禁じるライセンスですが、私の利用は認められています</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>ダウンロードの進み具合</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>エンジンに問い合わせています…</translation>
    </message>
    <message>
        <source>Published models, loaded from Hugging Face over the network when you ask for one. Nothing of yours is sent.</source>
        <translation>公開されているモデルです。選んだときだけ Hugging Face からネットワーク経由でダウンロードします。お使いのデータは送信しません。</translation>
    </message>
    <message>
        <source>“%1” was added.</source>
        <translation>「%1」を追加しました。</translation>
    </message>
    <message>
        <source>Stopped. What came of “%1” is kept, and loading it goes on there.</source>
        <translation>停止しました。「%1」の受信済みの部分は残っており、次はその続きからダウンロードします。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Models that can be loaded</source>
        <translation>ダウンロードできるモデル</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 of %2 MB</source>
        <translation>%1 / %2 MB</translation>
    </message>
</context>
<context>
    <name>fusefind::ComparisonList</name>
    <message>
        <source>Queries before and after</source>
        <translation>学習前後のクエリ</translation>
    </message>
    <message>
        <source>Found by %1</source>
        <translation>見つけたもの (%1)</translation>
    </message>
    <message>
        <source>before: “%1”</source>
        <translation>前: 「%1」</translation>
    </message>
    <message>
        <source>now: “%1”</source>
        <translation>今: 「%1」</translation>
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
    <name>fusefind::DataSetFigures</name>
    <message>
        <source>Nothing that this space knows is held out of trainings here.</source>
        <translation>この検索空間が扱える評価用ペアはここにありません。</translation>
    </message>
    <message>
        <source>%1: none of %L2 pairs is encoded yet; a training encodes them.</source>
        <translation>%1: %L2 組のペアはまだ 1 組もエンコードされていません。学習するとエンコードされます。</translation>
    </message>
    <message>
        <source>%1: %L2 of %L3 pairs are encoded</source>
        <translation>%1: %L3 組中 %L2 組のペアがエンコード済み</translation>
    </message>
    <message numerus="yes">
        <source>Mean over the directions, %Ln measurements since %1: now %2 / %3 / %4</source>
        <translation>
            <numerusform>全方向の平均、%1 から %Ln 回測定: 現在 %2 / %3 / %4</numerusform>
        </translation>
    </message>
    <message>
        <source>Recall on %1</source>
        <translation>%1 での再現率</translation>
    </message>
    <message>
        <source>Recall over time on %1</source>
        <translation>%1 での再現率の推移</translation>
    </message>
</context>
<context>
    <name>fusefind::DataSets</name>
    <message>
        <source>Keeping what was found: %1 of %2</source>
        <translation>見つけた内容を保存中：%1/%2</translation>
    </message>
    <message>
        <source>Looking at the files: %1 of %2</source>
        <translation>ファイルを調べています：%1/%2</translation>
    </message>
</context>
<context>
    <name>fusefind::DatasetList</name>
    <message>
        <source>Add a folder of pairs…</source>
        <translation>ペアのフォルダーを追加…</translation>
    </message>
    <message>
        <source>Read the folder again</source>
        <translation>フォルダーを読み直す</translation>
    </message>
    <message>
        <source>Remove the data set from the list</source>
        <translation>データセットを一覧から外す</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Reading a folder of pairs</source>
        <translation>ペアのフォルダーを読み込み中</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs</source>
        <translation>
            <numerusform>%Ln ペア</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
The folder is not there now.</source>
        <translation>%1
フォルダーは現在ありません。</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>ファイルを調べています…</translation>
    </message>
</context>
<context>
    <name>fusefind::DatasetPage</name>
    <message>
        <source>Add a folder of pairs</source>
        <translation>ペアのフォルダーを追加</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs, read as: %1</source>
        <translation>
            <numerusform>%Ln ペア（形式：%1）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 pairs</source>
        <translation>%2 ペア中 %1</translation>
    </message>
    <message>
        <source>problems: %1</source>
        <translation>問題：%1</translation>
    </message>
    <message>
        <source>Include again</source>
        <translation>戻す</translation>
    </message>
    <message>
        <source>Exclude from training</source>
        <translation>学習から除外</translation>
    </message>
    <message>
        <source>Move to validation</source>
        <translation>検証用に移す</translation>
    </message>
    <message>
        <source>Move to training</source>
        <translation>学習用に移す</translation>
    </message>
    <message>
        <source>“%1” was removed from the data sets. The files stay where they are.</source>
        <translation>「%1」をデータセットから外しました。ファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Export into an empty folder</source>
        <translation>空のフォルダーに書き出す</translation>
    </message>
    <message>
        <source>Export the table of pairs</source>
        <translation>ペアの表を書き出す</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs were exported to “%1”.</source>
        <translation>
            <numerusform>%Ln ペアを「%1」に書き出しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Files that are missing were left out: %1.</source>
        <translation>見つからないファイルは省きました：%1。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Mend the caption</source>
        <translation>説明文を直す</translation>
    </message>
    <message>
        <source>Export as a folder…</source>
        <translation>フォルダーとして書き出す…</translation>
    </message>
    <message>
        <source>Export as a table…</source>
        <translation>表として書き出す…</translation>
    </message>
    <message>
        <source>About the pairs</source>
        <translation>ペアについて</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Add a folder of pictures or sounds with their captions to look through it: what is excluded, mended or moved here counts for trainings, and the folder stays as it is.</source>
        <translation>画像や音と説明文のフォルダーを追加すると、中身を見て整えられます。ここで除外、修正、移動した内容は学習に反映され、フォルダー自体は変わりません。</translation>
    </message>
    <message>
        <source>What is recognised</source>
        <translation>認識される形式</translation>
    </message>
    <message>
        <source>Comparing the pairs: %1 of %2</source>
        <translation>ペアを比較しています：%1／%2</translation>
    </message>
</context>
<context>
    <name>fusefind::EncoderTable</name>
    <message>
        <source>Recommended: %1</source>
        <translation>推奨: %1</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>次元数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>この PC での速度</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>助言</translation>
    </message>
    <message>
        <source>Installed encoders</source>
        <translation>インストール済みのエンコーダー</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
</context>
<context>
    <name>fusefind::EngineCommands</name>
    <message>
        <source>The engine&apos;s answer cannot be read.</source>
        <translation>エンジンの応答を読み取れません。</translation>
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
    <name>fusefind::FileTiles</name>
    <message>
        <source>%1 (right, new)</source>
        <translation>%1 (正解、新規)</translation>
    </message>
    <message>
        <source>%1 (right)</source>
        <translation>%1 (正解)</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (新規)</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
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
    <name>fusefind::FormatHints</name>
    <message>
        <source>A table of captions: captions.csv, .tsv, .jsonl or metadata.csv, .jsonl</source>
        <translation>説明文の表: captions.csv、.tsv、.jsonl または metadata.csv、.jsonl</translation>
    </message>
    <message>
        <source>A text beside each file, a caption on each line</source>
        <translation>各ファイルと同じ名前のテキスト (1 行に 1 つの説明文)</translation>
    </message>
    <message>
        <source>Pictures and sounds of one name</source>
        <translation>同じ名前の画像と音声</translation>
    </message>
    <message>
        <source>Flickr8k&apos;s captions.txt</source>
        <translation>Flickr8k の captions.txt</translation>
    </message>
    <message>
        <source>COCO captions</source>
        <translation>COCO の説明文</translation>
    </message>
    <message>
        <source>Karpathy&apos;s split, with its own held-out part</source>
        <translation>Karpathy の分割 (評価用の部分を含む)</translation>
    </message>
    <message>
        <source>Examples of each layout</source>
        <translation>各形式の例</translation>
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
    <message>
        <source>Show in folde&amp;r</source>
        <translation>フォルダーで表示(&amp;R)</translation>
    </message>
    <message>
        <source>For what was searched; pressed again, it is taken back</source>
        <translation>検索した内容に対する評価です。もう一度押すと取り消します</translation>
    </message>
</context>
<context>
    <name>fusefind::JudgedResults</name>
    <message>
        <source>Good result</source>
        <translation>良い結果</translation>
    </message>
    <message>
        <source>Bad result</source>
        <translation>悪い結果</translation>
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
    <message>
        <source>Drop folders to add them to the library,
pictures and sounds to search by them</source>
        <translation>フォルダーをドロップするとライブラリに追加し、
画像や音声をドロップするとそれで検索します</translation>
    </message>
    <message>
        <source>“%1” is in use again.</source>
        <translation>「%1」をふたたび使用しています。</translation>
    </message>
    <message>
        <source>Searches use “%1” now.</source>
        <translation>検索に「%1」を使用しています。</translation>
    </message>
    <message>
        <source>Go back to “%1”</source>
        <translation>「%1」に戻す</translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>これで学習</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>学習(&amp;T)</translation>
    </message>
</context>
<context>
    <name>fusefind::MapPanel</name>
    <message>
        <source>Colour of the points</source>
        <translation>点の色</translation>
    </message>
    <message>
        <source>Colour by kind</source>
        <translation>種類で色分け</translation>
    </message>
    <message>
        <source>Colour by part</source>
        <translation>区分で色分け</translation>
    </message>
    <message>
        <source>Colour by likeness of the halves</source>
        <translation>ペアの両側の類似度で色分け</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>投げ縄</translation>
    </message>
    <message>
        <source>Drag around points to choose them. Without this, drag with Shift.</source>
        <translation>点を囲むようにドラッグして選択します。オフのときは Shift を押しながらドラッグします。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>Draw the map again</source>
        <translation>マップを描き直す</translation>
    </message>
    <message>
        <source>Reading what is known of the pairs…</source>
        <translation>ペアの情報を読み込んでいます…</translation>
    </message>
    <message>
        <source>Placing the pairs: %1 of %2</source>
        <translation>ペアを配置しています：%1／%2</translation>
    </message>
    <message>
        <source>Looking for neighbours: %1 %</source>
        <translation>近いペアを探しています：%1 %</translation>
    </message>
    <message>
        <source>Moving neighbours together: %1 %</source>
        <translation>近いペアを寄せています：%1 %</translation>
    </message>
    <message>
        <source>None of these pairs has been encoded yet. Train on this folder, or add it to the library, and draw the map again.</source>
        <translation>まだどのペアもエンコードされていません。このフォルダーで学習するか、ライブラリに追加してから、マップを描き直してください。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs. The wheel zooms, dragging moves, and dragging with Shift chooses.</source>
        <translation>
            <numerusform>%Ln ペア。ホイールで拡大・縮小、ドラッグで移動、Shift＋ドラッグで選択します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pairs have not been encoded yet, and are left out.</source>
        <translation>
            <numerusform>%Ln ペアはまだエンコードされていないため、表示していません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fusefind::MapView</name>
    <message>
        <source>Map of the pairs</source>
        <translation>ペアのマップ</translation>
    </message>
</context>
<context>
    <name>fusefind::MetricsDock</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
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
    <message>
        <source>Among the first %L1</source>
        <translation>上位 %L1 件</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: なし</translation>
    </message>
    <message>
        <source>%1: %2 % of %L3</source>
        <translation>%1: %L3 件中 %2 %</translation>
    </message>
    <message>
        <source>Recall after its training, %</source>
        <translation>学習後の再現率（%）</translation>
    </message>
    <message>
        <source>Judged results</source>
        <translation>評価した結果</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>評価済み</translation>
    </message>
    <message>
        <source>Good ones</source>
        <translation>良い結果の割合</translation>
    </message>
    <message>
        <source>Of the results of the space in use that you judged, by where they stood then: how many were good. Results that nobody judged do not count.</source>
        <translation>使用中の検索空間の結果のうち評価したものについて、当時の順位ごとに良い結果の割合を示します。評価していない結果は数えません。</translation>
    </message>
    <message>
        <source>%L1, of them good: %L2</source>
        <translation>%L1 件、うち良い結果 %L2 件</translation>
    </message>
    <message>
        <source>none yet: a result is called good or bad in the inspector</source>
        <translation>まだありません。インスペクターで結果を良い・悪いと評価できます</translation>
    </message>
    <message>
        <source>Add folders of pairs under Data, and recall is measured on those held out.</source>
        <translation>「データ」でペアのフォルダーを追加すると、その評価用ペアで再現率を測定します。</translation>
    </message>
    <message>
        <source>Being measured…</source>
        <translation>測定中…</translation>
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
    <name>fusefind::ModelCatalogue</name>
    <message>
        <source>The engine&apos;s answer cannot be read.</source>
        <translation>エンジンの応答を読み取れません。</translation>
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
        <source>Installed models</source>
        <translation>インストール済みのモデル</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>エンジンに問い合わせています…</translation>
    </message>
    <message>
        <source>Models turn files and words into numbers that can be compared. They run on this computer.</source>
        <translation>モデルは、ファイルや言葉を比較できる数値に変換します。このコンピューター上で動作します。</translation>
    </message>
    <message>
        <source>many</source>
        <translation>多言語</translation>
    </message>
    <message>
        <source>Spaces that need it: %1</source>
        <translation>これを必要とする検索空間: %1</translation>
    </message>
    <message>
        <source>“%1” was added.</source>
        <translation>「%1」を追加しました。</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>「%1」を取り除きました。</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>次元数</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>ディスク上のサイズ</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Add from folder…</source>
        <translation>フォルダーから追加…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>取り除く…</translation>
    </message>
    <message>
        <source>Add a model from its folder</source>
        <translation>フォルダーからモデルを追加</translation>
    </message>
    <message>
        <source>The model in “%1” is read and copied…</source>
        <translation>「%1」のモデルを読み込んでコピーしています…</translation>
    </message>
    <message>
        <source>These spaces cannot be searched in without it: %1.</source>
        <translation>これがないと次の検索空間では検索できません: %1。</translation>
    </message>
    <message>
        <source>Remove the model “%1”?</source>
        <translation>モデル「%1」を取り除きますか？</translation>
    </message>
    <message>
        <source>It can be added again from its folder.</source>
        <translation>フォルダーからもう一度追加できます。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>モデルを入手…</translation>
    </message>
    <message>
        <source>No model is installed. Get one, or add one from its folder, in Hugging Face&apos;s layout.</source>
        <translation>モデルがインストールされていません。入手するか、Hugging Face 形式のフォルダーから追加してください。</translation>
    </message>
    <message>
        <source>A program, added because who made it is trusted</source>
        <translation>作成者を信頼して追加されたプログラム</translation>
    </message>
    <message>
        <source>The model in “%1” is a program: it can do with your files whatever you can. Do you trust who made it?</source>
        <translation>「%1」のモデルはプログラムです。あなたのファイルに対して、あなたと同じことを何でも実行できます。作成者を信頼しますか？</translation>
    </message>
    <message>
        <source>Trust and add</source>
        <translation>信頼して追加</translation>
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
    <name>fusefind::OptionGrid</name>
    <message>
        <source>Options of the recipe</source>
        <translation>レシピのオプション</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>“%1” cannot be used for %2: %3</source>
        <translation>「%1」は%2に使えません: %3</translation>
    </message>
</context>
<context>
    <name>fusefind::PairExamples</name>
    <message>
        <source>Examples of pairs</source>
        <translation>ペアの例</translation>
    </message>
</context>
<context>
    <name>fusefind::PairFilters</name>
    <message>
        <source>Words in the caption</source>
        <translation>説明文の単語</translation>
    </message>
    <message>
        <source>Pairs for %1</source>
        <translation>%1のペア</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Pairs of files with a problem</source>
        <translation>問題のあるファイルのペア</translation>
    </message>
    <message>
        <source>Not excluded</source>
        <translation>除外していない</translation>
    </message>
    <message>
        <source>Pairs that a training uses</source>
        <translation>学習に使うペア</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>除外済み</translation>
    </message>
    <message>
        <source>Pairs that a training leaves out</source>
        <translation>学習に使わないペア</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>表示：%1</translation>
    </message>
    <message>
        <source>Show the other pairs again</source>
        <translation>ほかのペアも表示する</translation>
    </message>
    <message>
        <source>Chosen on the map: %1</source>
        <translation>マップで選択：%1</translation>
    </message>
    <message>
        <source>Let go of the pairs chosen on the map (%1)</source>
        <translation>マップで選んだペアの絞り込みを解除（%1）</translation>
    </message>
    <message>
        <source>Order of the pairs</source>
        <translation>ペアの並び順</translation>
    </message>
    <message>
        <source>Fit: by how many standard deviations the halves of a pair lie nearer to each other than to files of other pairs. Rank: how many files of other pairs are nearer, and one.</source>
        <translation>適合度：ペアの両側が、ほかのペアのファイルと比べて標準偏差いくつ分近いか。順位：より近いほかのペアのファイルの数に 1 を足したもの。</translation>
    </message>
    <message>
        <source>As in the folder</source>
        <translation>フォルダーの順</translation>
    </message>
    <message>
        <source>Likely mismatches first</source>
        <translation>組み合わせが誤っていそうな順</translation>
    </message>
    <message>
        <source>Hardest to find first</source>
        <translation>見つけにくい順</translation>
    </message>
    <message>
        <source>Equal files together</source>
        <translation>同じファイルをまとめる</translation>
    </message>
</context>
<context>
    <name>fusefind::PairModel</name>
    <message>
        <source>Loading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>説明文</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>fusefind::PairSide</name>
    <message>
        <source>The current pair</source>
        <translation>現在のペア</translation>
    </message>
    <message>
        <source>Captions of the current item</source>
        <translation>現在の項目の説明文</translation>
    </message>
    <message>
        <source>Choose a pair to see all that belongs to it.</source>
        <translation>ペアを選ぶと、関係するものがすべて表示されます。</translation>
    </message>
    <message>
        <source>Belongs together (%1)</source>
        <translation>まとまり (%1)</translation>
    </message>
</context>
<context>
    <name>fusefind::PairTable</name>
    <message>
        <source>Pairs</source>
        <translation>ペア</translation>
    </message>
</context>
<context>
    <name>fusefind::PairsPage</name>
    <message>
        <source>Which pairs?</source>
        <translation>どのペアを使いますか?</translation>
    </message>
    <message>
        <source>Folders with pictures and sounds, and what belongs to each: captions, or each other. They are only read.</source>
        <translation>画像や音声と、それに対応する説明文または相手が入ったフォルダー。読み取るだけです。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>認識した形式</translation>
    </message>
    <message>
        <source>Folders to train on</source>
        <translation>学習に使うフォルダー</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Sample pairs</source>
        <translation>サンプルのペア</translation>
    </message>
    <message>
        <source>Add the pairs that come with the sample, to see how training works</source>
        <translation>サンプルに付属するペアを追加して、学習の流れを確かめます</translation>
    </message>
    <message>
        <source>What is recognised</source>
        <translation>認識される形式</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>ファイルを確認中</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>ファイルを確認しています…</translation>
    </message>
    <message>
        <source>Problems of the pairs</source>
        <translation>ペアの問題</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Files with a problem are left out where they cannot be used.</source>
        <translation>問題のあるファイルは、使えない場合は除外されます。</translation>
    </message>
    <message>
        <source>Add a folder of pairs</source>
        <translation>ペアのフォルダーを追加</translation>
    </message>
    <message>
        <source>Add a folder, or drop one here. What belongs together is found by itself.</source>
        <translation>フォルダーを追加するか、ここにドロップしてください。対応関係は自動的に見つかります。</translation>
    </message>
    <message>
        <source>Nothing in these folders makes a pair.</source>
        <translation>これらのフォルダーにはペアになるものがありません。</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>問題 (%1)</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題の内容</translation>
    </message>
    <message>
        <source>Browse these pairs</source>
        <translation>これらのペアを見る</translation>
    </message>
    <message>
        <source>Look through all of them, and exclude or mend what is wrong</source>
        <translation>すべてに目を通し、誤りを除外または修正します</translation>
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
    <name>fusefind::RecallCharts</name>
    <message>
        <source>Recall on held-out pairs, % after each epoch</source>
        <translation>評価用ペアでの再現率 (エポックごと、%)</translation>
    </message>
    <message>
        <source>To beat: “%1”</source>
        <translation>目標: 「%1」</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>偶然</translation>
    </message>
    <message>
        <source>%1 (to beat: %2)</source>
        <translation>%1 (目標: %2)</translation>
    </message>
    <message>
        <source>Recall, %1</source>
        <translation>再現率、%1</translation>
    </message>
    <message>
        <source>No pairs are held out, so recall is not measured.</source>
        <translation>評価用のペアがないため、再現率は測定しません。</translation>
    </message>
    <message>
        <source>to beat: %1</source>
        <translation>目標: %1</translation>
    </message>
</context>
<context>
    <name>fusefind::RecallFigures</name>
    <message>
        <source>From → to</source>
        <translation>元 → 先</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>クエリ数</translation>
    </message>
</context>
<context>
    <name>fusefind::RecallTable</name>
    <message>
        <source>From → to</source>
        <translation>元 → 先</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>検索空間</translation>
    </message>
    <message>
        <source>R@1, %</source>
        <translation>R@1 (%)</translation>
    </message>
    <message>
        <source>R@5, %</source>
        <translation>R@5 (%)</translation>
    </message>
    <message>
        <source>R@10, %</source>
        <translation>R@10 (%)</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>クエリ数</translation>
    </message>
    <message>
        <source>Recall before and after</source>
        <translation>学習前後の再現率</translation>
    </message>
</context>
<context>
    <name>fusefind::RecipePage</name>
    <message>
        <source>Encoders and recipe</source>
        <translation>エンコーダーとレシピ</translation>
    </message>
    <message>
        <source>Encoders turn files and captions into numbers; the training learns to bring those of one pair together. What is set already is a good choice.</source>
        <translation>エンコーダーはファイルと説明文を数値に変え、学習は同じペアの数値を近づけます。最初の設定のままで問題ありません。</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>レシピ</translation>
    </message>
    <message>
        <source>Name of the space</source>
        <translation>検索空間の名前</translation>
    </message>
    <message>
        <source>&amp;Name of the space</source>
        <translation>検索空間の名前(&amp;N)</translation>
    </message>
    <message>
        <source>Automatic (recommended): fits the size of the data, and says below what it chose</source>
        <translation>自動 (推奨): データの量に合わせ、選んだ内容を下に示します</translation>
    </message>
    <message>
        <source>As published: the configuration of the paper, made for millions of pairs</source>
        <translation>論文どおり: 数百万のペア向けの設定</translation>
    </message>
    <message>
        <source>Custom: automatic, but for what is set here</source>
        <translation>カスタム: ここで設定したもの以外は自動</translation>
    </message>
    <message>
        <source>Measuring on this computer how long it will take…</source>
        <translation>このコンピューターでの所要時間を測定しています…</translation>
    </message>
    <message>
        <source>How long it will take is measured when everything is chosen.</source>
        <translation>すべて選ぶと、所要時間を測定します。</translation>
    </message>
    <message>
        <source>Nothing could be measured.</source>
        <translation>測定できませんでした。</translation>
    </message>
    <message>
        <source>The name of a space is up to 64 letters, digits, “.”, “_” and “-”, and begins with a letter or a digit.</source>
        <translation>検索空間の名前は 64 文字までの英数字と「.」「_」「-」で、英数字で始めてください。</translation>
    </message>
    <message>
        <source>There is a space “%1” already: choose another name.</source>
        <translation>検索空間「%1」はすでにあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>Asking the engine for its encoders…</source>
        <translation>エンジンにエンコーダーを問い合わせています…</translation>
    </message>
    <message>
        <source>Choose an encoder that reads: %1</source>
        <translation>次を読み取るエンコーダーを選んでください: %1</translation>
    </message>
    <message>
        <source>No encoder that reads this is installed: %1. Add one with: fusefind-cli models add FOLDER</source>
        <translation>これを読み取るエンコーダーがインストールされていません: %1。追加するには: fusefind-cli models add フォルダー</translation>
    </message>
    <message>
        <source>The words of your searches with the files that you called good results for them are added to the pairs that are trained on. What is held out stays as it is.</source>
        <translation>検索した言葉と、それに対して良い結果と評価したファイルを、学習用のペアに加えます。評価用ペアは変わりません。</translation>
    </message>
    <message>
        <source>Learn also from results that you called good</source>
        <translation>良いと評価した結果からも学習する</translation>
    </message>
    <message>
        <source>“%1” reads texts with another encoder: %2</source>
        <translation>「%1」は別のエンコーダーでテキストを読みます: %2</translation>
    </message>
    <message>
        <source>Build on “%1”: change only what these pairs improve</source>
        <translation>「%1」を土台にする: このペアで良くなる部分だけを変える</translation>
    </message>
    <message>
        <source>Texts keep their place in “%1”, and pictures and sounds are brought to them. A kind of file that “%1” finds better, or that these pairs lack, stays as it is there.</source>
        <translation>テキストは「%1」での位置のままで、画像と音をそこへ近づけます。「%1」のほうがよく見つける種類のファイルや、このペアにない種類のファイルは、元のまま残ります。</translation>
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
        <source>Fold similar</source>
        <translation>似たものをまとめる</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>グリッド</translation>
    </message>
    <message>
        <source>List</source>
        <translation>リスト</translation>
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
    <name>fusefind::ResultPage</name>
    <message>
        <source>No pairs were held out, so nothing could be measured.</source>
        <translation>評価用のペアがないため、測定できませんでした。</translation>
    </message>
    <message>
        <source>Mean recall on held-out pairs: %1 %</source>
        <translation>評価用ペアでの平均再現率: %1%</translation>
    </message>
    <message>
        <source>Mean recall on held-out pairs: %1 % before, %2 % now; better in %3 of %4 directions</source>
        <translation>評価用ペアでの平均再現率: 前 %1%、今 %2%。%4 方向中 %3 方向で向上</translation>
    </message>
    <message>
        <source>Best epoch: %1</source>
        <translation>最良のエポック: %1</translation>
    </message>
    <message>
        <source>Encoding: %1</source>
        <translation>エンコード: %1</translation>
    </message>
    <message>
        <source>Training: %1</source>
        <translation>学習: %1</translation>
    </message>
    <message>
        <source>stopped before its end</source>
        <translation>途中で中止</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Queries of the held-out pairs, and what is found first</source>
        <translation>評価用ペアのクエリと、最初に見つかるもの</translation>
    </message>
    <message>
        <source>✓ what the caption belongs to · new: not found before</source>
        <translation>✓ 説明文に対応するもの · 新規: 以前は見つからなかったもの</translation>
    </message>
    <message>
        <source>In brackets: 95 % intervals, by drawing the queries anew. Bold: better than before.</source>
        <translation>かっこ内: クエリの再抽出による 95% 区間。太字: 以前より良い値。</translation>
    </message>
    <message>
        <source>The new space “%1” is not in use until you keep it; the one before stays. Spaces that were trained on the same folders hold back the same pairs, which neither has seen; one that learned from some of these looks better than it is.</source>
        <translation>新しい空間「%1」は、残すと決めるまで使われません。前の空間も残ります。同じフォルダーで学習した空間は同じペアを学習から外すため、どちらにとっても未知のペアで比べます。そのペアから学んだ空間は、実際より良く見えます。</translation>
    </message>
    <message>
        <source>Unchanged: %1</source>
        <translation>変更なし: %1</translation>
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
    <message>
        <source>Show in folde&amp;r</source>
        <translation>フォルダーで表示(&amp;R)</translation>
    </message>
    <message>
        <source>of %1 only the first %2</source>
        <translation>%1 は最初の %2 のみ</translation>
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
    <message>
        <source>Why it was skipped</source>
        <translation>スキップした理由</translation>
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
    <name>fusefind::SpacesDialog</name>
    <message>
        <source>R@1 / R@5 / R@10 in percent, on the pairs held out of its training:</source>
        <translation>R@1 / R@5 / R@10 (%)、学習で取り分けた評価用ペア:</translation>
    </message>
    <message>
        <source>%1: %2 / %3 / %4 (%5 queries)</source>
        <translation>%1: %2 / %3 / %4 (クエリ %5 件)</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>検索空間</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>エンジンに問い合わせています…</translation>
    </message>
    <message>
        <source>A space is what a training makes: in it pictures, sounds and words that belong together lie close to each other. Searches use one of them.</source>
        <translation>検索空間は学習の成果です。対応する画像、音声、言葉が互いに近くに並びます。検索にはそのうちの 1 つを使います。</translation>
    </message>
    <message>
        <source>“%1” is in use.</source>
        <translation>「%1」を使用しています。</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>「%1」を削除しました。</translation>
    </message>
    <message>
        <source>“%1” was written to the file.</source>
        <translation>「%1」をファイルに書き出しました。</translation>
    </message>
    <message>
        <source>“%1” was taken in.</source>
        <translation>「%1」を取り込みました。</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>検索空間</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Mean recall</source>
        <translation>平均再現率</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>次元数</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>エンコーダー</translation>
    </message>
    <message>
        <source>Trained spaces</source>
        <translation>学習済みの検索空間</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用する</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込む…</translation>
    </message>
    <message>
        <source>Train on my data…</source>
        <translation>自分のデータで学習…</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>There is no space yet. Train one on your own pairs.</source>
        <translation>検索空間はまだありません。自分のペアで学習してください。</translation>
    </message>
    <message>
        <source>The library is put into “%1”. Searches use the space before until it is ready…</source>
        <translation>ライブラリを「%1」に移しています。完了するまで、検索には以前の検索空間を使います…</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>「%1」を書き出す</translation>
    </message>
    <message>
        <source>Import a space</source>
        <translation>検索空間を読み込む</translation>
    </message>
    <message>
        <source>Exported spaces (*.%1)</source>
        <translation>書き出した検索空間 (*.%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete the space “%1”? Your files stay as they are. It can be trained again, or exported first.</source>
        <translation>検索空間「%1」を削除しますか? 元のファイルはそのままです。もう一度学習することも、先に書き出すこともできます。</translation>
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
        <source>Train on my data…</source>
        <translation>自分のデータで学習…</translation>
    </message>
    <message>
        <source>Searching is not possible yet: no space has been trained. Train one on a folder of pictures or sounds with captions.</source>
        <translation>まだ検索できません。検索空間が学習されていません。説明文付きの画像や音声のフォルダーで学習してください。</translation>
    </message>
</context>
<context>
    <name>fusefind::StatisticsPanel</name>
    <message>
        <source>Statistics of the data set</source>
        <translation>データセットの統計</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Length of captions</source>
        <translation>説明文の長さ</translation>
    </message>
    <message>
        <source>words</source>
        <translation>単語</translation>
    </message>
    <message>
        <source>Captions of one file</source>
        <translation>1 ファイルの説明文</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>説明文</translation>
    </message>
    <message>
        <source>Size of pictures</source>
        <translation>画像の大きさ</translation>
    </message>
    <message>
        <source>up to … megapixels</source>
        <translation>…メガピクセルまで</translation>
    </message>
    <message>
        <source>Length of sounds</source>
        <translation>音の長さ</translation>
    </message>
    <message>
        <source>up to … seconds</source>
        <translation>…秒まで</translation>
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
        <translation>種類ごとに最も多様なペアだけで学習する。最大:</translation>
    </message>
    <message>
        <source>Leaves out pictures and sounds that say little beside the others. Faster where there are very many; all pairs usually teach more.</source>
        <translation>ほかと似ていて情報の少ない画像や音声を省きます。数が非常に多いときに速くなりますが、たいていは全部のペアで学習するほうが良くなります。</translation>
    </message>
    <message>
        <source>Pairs of each kind</source>
        <translation>種類ごとのペア数</translation>
    </message>
</context>
<context>
    <name>fusefind::TrainWizard</name>
    <message>
        <source>Train on my data</source>
        <translation>自分のデータで学習</translation>
    </message>
    <message>
        <source>Drop folders of pairs to train on</source>
        <translation>学習に使うペアのフォルダーをドロップ</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Encoders and recipe</source>
        <translation>エンコーダーとレシピ</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習開始</translation>
    </message>
    <message>
        <source>Keep and use</source>
        <translation>採用して使う</translation>
    </message>
    <message>
        <source>Keep beside</source>
        <translation>残しておく</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>破棄…</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>Search in the new space from now on; the one before stays and can be gone back to</source>
        <translation>今後は新しい検索空間で検索します。以前のものも残り、戻すことができます</translation>
    </message>
    <message>
        <source>The space in use stays in use; the new one can be chosen under Spaces</source>
        <translation>使用中の検索空間はそのままです。新しいものは「検索空間」で選べます</translation>
    </message>
    <message>
        <source>Delete the new space</source>
        <translation>新しい検索空間を削除</translation>
    </message>
    <message>
        <source>The library is put into the new space. Searches use the one before until it is ready…</source>
        <translation>ライブラリを新しい検索空間に移しています。完了するまで、検索には以前のものを使います…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Delete the space “%1”? Your files and the other spaces stay as they are.</source>
        <translation>検索空間「%1」を削除しますか? 元のファイルとほかの検索空間はそのままです。</translation>
    </message>
</context>
<context>
    <name>fusefind::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>The training goes on when this window is closed, and after a restart of the computer. The status bar shows it and brings you back here.</source>
        <translation>このウィンドウを閉じても、コンピューターを再起動しても、学習は続きます。ステータスバーに表示され、そこからここへ戻れます。</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>学習の進み具合</translation>
    </message>
    <message>
        <source>Stop and keep the best…</source>
        <translation>中止して最良のものを残す…</translation>
    </message>
    <message>
        <source>Why the training failed</source>
        <translation>学習に失敗した理由</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>設定を変更</translation>
    </message>
    <message>
        <source>Temperature (right)</source>
        <translation>温度 (右)</translation>
    </message>
    <message>
        <source>Loss and temperature</source>
        <translation>損失と温度</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>中止して残す</translation>
    </message>
    <message>
        <source>“%1” learns from your pairs.</source>
        <translation>「%1」がペアから学習します。</translation>
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
        <source>Loss %1, temperature %2</source>
        <translation>損失 %1、温度 %2</translation>
    </message>
    <message>
        <source>Best so far: epoch %1, mean recall %2 %</source>
        <translation>これまでの最良: エポック %1、平均再現率 %2%</translation>
    </message>
    <message>
        <source>“%1” reaches %2 %</source>
        <translation>「%1」は %2%</translation>
    </message>
    <message>
        <source>Loss and recall appear here after the first epoch.</source>
        <translation>最初のエポックの後、ここに損失と再現率が表示されます。</translation>
    </message>
    <message>
        <source>Loss (left)</source>
        <translation>損失 (左)</translation>
    </message>
    <message>
        <source>Stop now and keep the best epoch so far? To only interrupt it, pause it instead.</source>
        <translation>ここで中止し、これまでで最良のエポックを残しますか? 中断するだけなら、一時停止してください。</translation>
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
