### The sentences of a report in Japanese. Every id of report.en.ftl is here; names of checks and events stand here alone.

## The frame of the page
page-title-survive = 差は残るか
page-title-ends = 誰が得て、誰が払うか
page-title-against = 取引どうしの比較
page-title-fate = 求めた措置のゆくえ
page-title-regret = あなたの重み付けで
page-title-price = 費用と、弱くなる時期
page-title-levers = どのレバーが効くか
page-title-time = 時とともに
page-title-failure = どのように破綻するか
page-title-deterred = 何が抑止したか
page-title-influence = 何が左右するか
page-title-beliefs = 信念
page-title-compared = 比べたもの
page-title-where = 場所
page-title-why = なぜ：因果の図
page-title-rests = 何に拠るか
page-title-repeat = 再現するには
page-link-survive = 差は残るか
page-link-ends = 得失
page-link-against = 相互比較
page-link-fate = ゆくえ
page-link-regret = 重み
page-link-price = 費用
page-link-levers = レバー
page-link-time = 時系列
page-link-failure = 破綻
page-link-deterred = 抑止
page-link-influence = 左右するもの
page-link-beliefs = 信念
page-link-compared = 取引
page-link-where = 場所
page-link-why = 因果
page-link-rests = 根拠
page-link-repeat = 再現
page-skip = 各節へ
page-sections = 節
page-table = 表
page-data = データ（CSV）
page-data-of = { $name }のデータ（CSV）
page-kept-in-english = 英語のまま置くもの：著者の文章、文献とその疑い、数値・機構・過去試験の名前、コマンド、図の元データ。
page-list = { $first }、{ $last }
page-semicolon = ；
page-stop = 。
page-head = { $name }：
page-amount = { $size }{ $unit }
page-other-ways = ほか { $ways } 通り
page-more = ほか { $left }
page-more-pairs = ほか { $left } 組
page-in-brackets = （{ $words }）
page-quoted = 「{ $name }」
page-none = なし
page-nothing-here = なし。
page-not-said = 記載なし
page-same-everywhere = どの未来でも同じです。
page-people = 人
page-better = 良い →
page-higher-way = 多い →

## Verdicts
page-verdict-better = 良い
page-verdict-worse = 悪い
page-verdict-higher = 高い
page-verdict-lower = 低い
page-verdict-unclear = 明確な差なし
page-verdict-same = どの未来でも同じ
page-verdict-few = 少なすぎて判定不能
page-verdict-none = 比べるものなし
page-not-clear = 明確でない
page-mark-holds = 残る
page-mark-open = 判断できない
page-mark-fails = 残らない（確実に半分未満）
page-mark-turns = 残らない（確実に逆の符号）
page-mark-absent = 問うていない

## Columns of tables
page-column-bargain = 取引
page-column-end = 得失
page-column-verdict = 判定
page-column-difference-to = { $reference }との差
page-column-difference = 差
page-column-main = 本計算
page-column-required = 必須の点検で
page-column-where = 場所
page-column-of = 区分
page-column-under = { $reference }の下で
page-column-km = 距離（km）
page-column-airfields = 届く範囲の主要飛行場
page-column-regret = 平均の後悔、段数（95 %）
page-column-worst = 最悪の二十分の一
page-column-free = 後悔のない未来
page-column-what = 対象
page-column-published = 公表値
page-column-ours = 本モデル：平均（計算の 5～95 %）
page-column-unit = 単位
page-column-series = 系列
page-column-from = 起点
page-column-years = 年数
page-column-error = 誤差：{ $of ->
    [model] モデル
    [persistence] 据え置き
   *[trend] 趨勢
}
page-column-n = 件数
page-column-says = 内容
page-column-source = 出典
page-column-figure = 数値
page-column-value = 値
page-column-grade = 等級
page-column-doubt = 疑い
page-column-influence = 影響
page-column-judged = D 判断
page-column-read = A～C：測定・推定・転用
role-challenger = 挑戦国
role-target = 対象国
role-guarantor = 保証国
role-host = 基地提供国
role-supporter = 支援国

## Standing words
page-purpose = 明示した不確かさの下で議論や取引を比べるためのものです。戦争の予測、作戦の計画、政府の行動の予言のためのものではありません。
page-headline = 同じ未来における{ $reference }との差と 95 % 区間。右が良い方向です。塗りつぶした印は明確な差、白抜きは明確でない差、陰影の帯は意味を持たないほど小さい差です。
page-against = { $reference }とではなく取引どうしを、同じ未来での両国の得失について、前者から後者を引いて比べます。共通する部分は打ち消し合うため、どちらも{ $reference }と明確に違わなくても、互いには明確に違うことがあります。点検はここでは問うていません。
page-lines = 取引を一行ずつ
page-fate = 求めたものがそのまま手に入るわけではありません。{ $futures } の未来の平均で、各取引の措置が終わりまでにどこまで進んだかを示します。同意の要る機関は拒むことがあり、合意した措置には遅れがあり、約束は失効することがあります。
page-ends = 各国を並べ、常に同じ未来での{ $reference }との差を示します。得失は合算せず、得失をまたいで取引に順位を付けません。重みは読者が決めるものです。
page-pareto = ● この国の得失で他に負けていない。○ 負けている：別の取引が、問うた全体の中で確実に、少なくとも一つの得失で良く、どれでも明確には悪くない。未来の数が少なければ勝ち負けは付きにくく、負けていない取引が良い取引とは限りません。
page-time = 左は{ $reference }の下での水準：中央値、50 % と 90 % の帯です。帯は { $futures } の未来のばらつきであり、平均の誤差ではありません。右は、動かす取引ごとに、年別の差とその 95 % 区間。良い方向がある場合は上が良い方向です。
page-more-time = ほか { $number }：他の国と、明確な差のない結果
page-failure = { $endings }に終わった危機を、最初の { $futures } の未来の最初の八つの出来事から数えます。手を記録するのは武力を伴う危機だけです。危機の頻度は較正していないため、これはモデルの中の件数であり、取引の比較にだけ使えます。
page-story = 武力を伴う最も多い破綻が最初に起きた未来を、記録のとおりに示します。コマンドは各四半期とその理由を語ります。
page-influence = 抽出した { $tried } の数値・理論と、明確な差または何かに左右される差との順位相関（最大 { $futures } の未来）。右に伸びるほど、数値とともに差が大きくなります。区間は全体で同時に成り立つため（95 %）、偶然だけで名が挙がることはありません。文字は証拠の等級：A 測定、B 推定、C 転用、D 判断。
page-no-influence = 明確な差も、何かに左右される差もないため、左右するものを言えません。
page-why = { $mechanisms } の機構が動き、{ $arrows } 本の矢印で結ばれています。矢印は、一方が書くものを他方が読むことを示します。図はコードの宣言から描き、宣言がコードと一致することは試験で確かめています。名前を指すと矢印が現れ（動かすものは実線、動かされるものは破線）、選ぶと一文・出典・数値を読めます。
page-map-alt = { $rooms } の部屋にある { $mechanisms } の機構と { $arrows } 本の矢印の因果図。同じ内容は下のカードに文章であります。
page-map = { $rooms } の部屋の { $mechanisms } の機構。上から時計回りに、一日の順序で並べています。
page-judgement = { " " }各等級の数値だけで直線的に説明できる分散の割合（少なくとも）。残りは偶然、曲がり、相乗の効果です。{ " " }
page-register = 影響：上に挙げた結果または差の分散のうち、その数値だけで説明できる最大の割合。{ " " }
page-repeat = 同じ乱数の種は、同じ固定依存ファイル・OS・CPU の種類の下で、ビットまで同じ行を与えます。他の環境では九桁まで一致するか、違いが報告されます。
page-check = 別の機械では、`kaname compare --check` がフォルダの計算を繰り返し、ビットまで、または九桁まで一致するか、どこで違うかを言います。
page-survive = 本計算は提示どおりです。取引は批准され、遅れ、部分的に守られ、相手国は反応します。{ $reference }との明確な差を一つずつ、同じ未来で一点だけ変えた計算に残る差と並べます。変えた計算が加える分の区間が符号を覆せなければ「残る」、確実に半分未満しか残らなければ「残らない」、それ以外は判断できません。利得が証明されたと言うのは、対抗国の反応なし、信頼性の二つの理論、中核モデルのすべてで残る場合だけです。
page-no-checks = この計算には点検がないため（`kaname compare --robustness 0`）、このページで証明された利得はありません。点検を付けるには `--robustness 400` でもう一度計算してください。
page-cost = 追加費用の現在価値（{ $unit }、年 { $rate } で割引）。右が安い方向です。
page-no-cost = この計算は国別の現在費用を含みません。この版の `kaname compare` は含みます。
page-window = 各年の平均の{ $reference }との差と 95 % 区間。上が良い方向です。年の下の印は、図の最大の差の{ $least }以上、基準より明確に悪いことを示します。古い兵力が減り、新しい兵力がまだない時期です。
page-more-windows = ほか { $number }：明確に悪い年なし
page-no-weak = どの取引でも、追っているもののうち明確に悪い年はありません。
page-no-window = この計算は年別の差を保存していません。この版の `kaname compare` は保存します。
page-levers = 塗りの棒：そのレバーだけを{ $reference }に加えた場合。枠の棒：そのレバーを抜いて取引が失うもの。両者が違うところでは、レバーが助け合うか打ち消し合っています。本計算と同じ衝撃の { $futures } の未来。
page-no-levers = 両国の得失に明確な差がないため、帰すべきものがありません。
page-no-attribution = この計算ではレバーを一つずつ加えたり抜いたりしていません。`kaname compare --attribution 200` が、その数の未来で行います。
page-deterred = { $futures } の未来で、同じ引きについて、保証なし、対象国自身の防衛なし、両方なしの場合を挑戦国に問い直しました。使われずに過ぎた機会は、何がそうさせたかで分けます。機会は場所の際立ちから生じ、どの取引でも同じです。挑戦が少ないのは、誰も望まなかっただけかもしれません。
page-no-deterrence = この計算は何が抑止したかを問うていません。この版の `kaname compare` は最初の 500 の未来で、`--deterrence` を付けるとすべての未来で、保証なし、対象国自身の防衛なし、両方なしを問います。
page-beliefs = 保護国が戦うと各国が見る確率を、実際にそうした割合と並べます。割合は、手が記録され保護国が問われた、武力を伴う危機のうち、戦って応じたものです。両側で同じ事象を指し、戦闘に至らない支援はどちらにも数えません。右の数は危機の件数で、{ $small } 未満なら印は白抜きです。間の線が差です。
page-no-beliefs = この計算は場所別の信念を含みません。この版の `kaname compare` は含みます。
page-where = 危機が起こりうる場所と、来援の距離。頻度は較正していないため、円は場所を比べるだけで、何も予測しません。
page-map-caption = 円：{ $reference }の下で使われた機会の割合に比例する面積。少ないところは白抜き。線と距離：{ $origin } からの大圏距離、50 km 単位。海岸線のみで国境はなく、見えないほど小さい島は誰が主張していても省くため、地図はどちらの側にも立ちません。{ $source } 海岸線：Natural Earth。
page-no-places = これらの事態はパッケージの地図に置かれていません。距離と件数は次のとおりです。
page-airfields = この計算の数値による広い地域ごとの数で、個々の施設は挙げません。届く範囲の主要飛行場は、当事者の保有数に目標へ届く割合を掛けた整数です。
page-regret = 各得失をその国にとってどれほど重く見るかを決めてください。重みの合計は 100 % になります。後悔とは、同じ未来で最も良い取引に比べて手放すもので、段で数えます。一段は基準の下での未来間のばらつきで、横に記してあります。{ $futures } の未来について。最悪の二十分の一：後悔の大きい { $share } の平均。正しい重みはなく、重みを国の間で共有することもありません。
page-sliders = { " " }重みを変えたときは最初の { $futures } の未来で計算します。
page-no-regret = 各国の得失に取引による違いがないため、重み付けするものがありません。
page-elections = 下の目盛：選挙（{ $sides }）。
page-no-backtests = この版に過去試験は付いていません。
page-more-influence = 明確な差のうち { $number } はここに描いていません。計算の行にあります。
page-less-time = ページを小さく保つため { $number } の結果はここに描いていません。年別の行にあります。
page-missing-nuclear = 核の使用はモデルの語る範囲の外にあります。核の選択肢はここでは政治的な事実です。
page-missing-rates = 危機の頻度は較正していません。このページのどの数も戦争の予測ではありません。

## Sentences about differences
page-difference-none = { $bargain }の下での{ $outcome }：両方の取引で終わりまで進んだ未来がなく、比べられません。
page-difference-same = { $bargain }の下での{ $outcome }：{ $pairs } の未来すべてで{ $reference }の下と同じです。
page-difference-few = { $bargain }の下での{ $outcome }：{ $reference }に対して{ $counts }。少なすぎて判定できません。
page-difference-unclear = { $bargain }の下での{ $outcome }：{ $reference }と明確な差はありません、{ $size }{ $needing }。
page-difference-clear = { $bargain }の下での{ $outcome }：{ $reference }の下より { $size } { $direction ->
    [higher] 高い
   *[lower] 低い
}{ $judged ->
    [yes] （{ $word }）
   *[no] { "" }
}。
page-no-pairs = 対なし
page-zero-everywhere = どの未来でも 0
page-counted = { $pairs } の未来のうち上回るのが { $higher }、下回るのが { $lower }、等しいのが { $same }
page-needing = （この大きさの差を見るには約 { $needed } の{ $of ->
    [pairs] 対
   *[futures] 未来
}が必要）
page-few-in-table = 上 { $higher }、下 { $lower }、同 { $same }
page-clear-none = { $asked } の差のうち明確なものはありません。
page-clear-count = { $asked } の差のうち、明確に良いもの { $better }、明確に悪いもの { $worse }。
page-most-judged = 判断（等級 D）が最も多くを説明するのは{ $name }で、分散の少なくとも { $share } です。
page-turns = { $first }。{ $more ->
    [0] { "" }
   *[other] ほかに { $more } の差が何かに左右されます。
}
page-nothing-differs = 得失に違いがないため、抽出した数値が答えを変えることはありません。
page-nothing-turns-but = 抽出した数値で、明確な差の符号を変えるものはありません。{ $headline }を最も動かすのは { $mover } です。
page-nothing-turns = 抽出した数値で、明確な差の符号を変えるものはなく、{ $headline }を明確に動かすものもありません。
page-nearest = 未来の数を増やせば変わりえます。明確に最も近いのは{ $bargain }の下での{ $outcome }で、約 { $needed } の未来が必要です。
page-turn = { $difference }は { $driver } に左右されます：{ $kind ->
    [theory] 成り立てば
   *[figure] 中央の値より上では
} { $above }、{ $kind ->
    [theory] 成り立たなければ
   *[figure] 下では
} { $below }
page-difference-of = { $bargain }の下での{ $outcome }の差
page-mover = { $driver }（順位相関 { $correlation }）
page-drivers-few = 異なる未来が少なすぎて、{ $difference }を何が動かすか言えません。
page-drivers-none = 抽出した { $tried } の数値のうち、{ $difference }を明確に動かすものはありません。
page-drivers = 抽出した { $tried } の数値のうち { $clear } が{ $difference }を明確に動かし、最も強いのは{ $first }です。
page-failures-left = { " " }ほか { $left } 件は、記録された出来事の先まで続いた可能性があります。
page-failures-none = { $bargain }：悪い結末の危機は記録されていません。
page-failures-short-of-arms = { $bargain }：記録された危機のうち { $failed } 件が悪い結末で、いずれも武力に至っていません。
page-failures = { $bargain }：記録された危機のうち { $failed } 件が悪い結末で、{ $armed } 件は武力を伴います。その中で最も多い経過（{ $times } 件）は、{ $commonest }。
page-reach-all = { $bargain }の下で、行に収まらないほど出来事の多い未来はありません。
page-reach = { $bargain }の下では { $futures } の未来のうち { $full } が八つを使い切り、その半分は { $year }年までです。その後のことは結果には入りますが、経過には入りません。
page-failed-none = 各取引の { $futures } の未来のうち、失敗したものはありません。
page-failed-under = { $name }の下で { $number }
page-failed = 失敗した未来（数値が範囲を外れたもの）は対の両側から除きました：各 { $futures } のうち{ $dropped }。
page-fan = { $name }の下で、{ $outcome }の中央値は{ $first }年から { $last }年までに { $change } 変わります。

## Sentences about what stands beside the main run
page-class-not_tempted = 誘惑されず
page-class-deterred_by_guarantee = 保証により
page-class-deterred_by_denial = 対象国自身の防衛により
page-class-deterred_by_either = どちらか一方だけでも
page-class-deterred_by_both = 両方がそろって初めて
page-class-failed = 抑止されず
page-class-provoked = いずれかに挑発されて
page-survival-none = 本計算に明確な差がないため、点検するものがありません。
page-survival = 明確な差 { $clear } のうち { $holds } が必須の点検すべてで残ります
page-survival-fails = 。{ $fails } はいずれかで残りません
page-survival-rest = 。{ $rest } は点検では判断できません
page-survival-turned = 。{ $turned } は少なくとも一つの計算で確実に逆になります
page-survival-end = 。各計算は、本計算と同じ衝撃の { $futures } の未来です。
page-arm-none = ここで問うた明確な差はありません。
page-arm-holds = 明確な差 { $asked } のうち { $holds } が残る
page-arm-fails = { $fails } は残らない
page-arm-turned = うち { $turned } は逆の符号
page-arm-undecided = { $undecided } は判断できない
page-rows-hold = { $bargain }の下での{ $outcome }の差は、必須の点検すべてで残ります。
page-rows-fail = { $bargain }の下での{ $outcome }の差が残らない点検：{ $checks }。
page-rows-open = { $bargain }の下での{ $outcome }の差を判断できない点検：{ $checks }。
page-rows-unasked = { $bargain }の下での{ $outcome }の差は、すべての点検で問うてはいません。
page-fair-few = { $pairs } の未来のうち { $differing } が異なるだけで、少なすぎて判定できません
page-fair-unclear = 明確な差なし、{ $size }
page-last-year = { $bargain }の下での { $year }年：{ $difference }。
page-against-same = { $first }と{ $second }は、両国のどの得失でも、どの未来でも同じです。
page-against-none = { $first }と{ $second }：動きうる { $moving } の得失のうち、明確に違うものはありません。
page-against-end = { $outcome } { $size }（{ $word }）
page-against-clear = { $first }から{ $second }を引いた差、{ $moving } の得失のうち { $clear }：{ $ends }。
page-lever-carries = { $levers } が担っています（単独で加えても、抜いても）
page-lever-alone = { $levers } は単独で加えれば動かしますが、抜いても明確には変わりません
page-lever-against = { $levers } は逆に働きます
page-lever-none = 単独で明確にこの差を担うレバーはありません。
page-window-none = { $bargain }：明確に劣る年は{ $slight ->
    [yes] 、述べるほどの大きさでは
   *[no] { "" }
}ありません。
page-window-short = { $bargain }は { $years ->
    [one] 一年だけ劣ります（
   *[other] { $years } 年で劣り、最も大きいのは次の年です（
}{ $deepest }年）：{ $size }。
page-windows-rest = { $bargains }の下では明確に劣る年は{ $slight ->
    [yes] 、述べるほどの大きさでは
   *[no] { "" }
}ありません。
page-cost-none = { $bargain }：費用を計算したものはありません。
page-cost-by-state = { $bargain }：{ $costs } { $unit }。
page-deterred-nothing = { $bargain }：機会は生じませんでした。
page-deterred-free = { $bargain }：機会 { $total }、うち{ $act ->
    [arms] 武力を使う
   *[any] 行動する
}気のないもの { $free }
page-deterred-part = { $how } { $number }
page-deterred-by = ：{ $how }
page-deterred-tempted = 。誘惑された { $tempted } のうち { $held }{ $share } が抑止されました{ $by }
page-deterred-provoked = 。{ $provoked } は保証または防衛そのものに挑発されました
page-unidentified-nobody = ここでは対象国の背後に誰もいないため、保証が何を抑止するかは言えません。
page-unidentified-unmoved = ここでは保証を取り去っても選択が変わらなかったため、それが何を抑止するかは言えません。
page-held-nobody = { $bargain }：誰も誘惑されませんでした。
page-held = { $bargain }：誘惑された { $tempted } のうち { $kept }{ $share } が抑止されました。
page-belief-none = { $observer }：信念は分かりません。
page-belief-untested = { $observer } の予期は { $belief }。これを試した危機は記録されていません。
page-belief-few = { $observer } の予期は { $belief }。モデルでは { $crises } 件のうち { $fought } 件。
page-belief-no-gap = { $observer } の予期は { $belief }。モデルでは { $crises } 件の { $model }：明確な差なし。
page-belief-gap = { $observer } の予期は { $belief } で、モデルで起きる { $crises } 件の { $model } より{ $way ->
    [more] 多い
   *[less] 少ない
}。
page-regret-nothing = この国を判断する得失に違いはありません。
page-regret-unclear = この重みでは、{ $least }と{ $after }の平均の後悔に明確な差はありません。
page-regret-least = この重みでは、平均して手放すものが最も少ないのは{ $least }、次は{ $after }です。
page-backtests = { $all } のうち { $missed } が外れ、{ $hit } が当たりました。
page-record = 過去の { $backtests } の起点で、誤差は最良の単純な規則の { $ratio } 倍（{ $side ->
    [worse] 規則より悪い
   *[better] 規則より良い
}）、観測された年の { $coverage } が 90 % の帯に入ります。危機と戦争の率 { $rates } のうち { $far } は、公の一覧が許す範囲の外です。
page-published-none = 。ほか { $none } には対応するものがありません
page-published = 公表値 { $all } のうち { $missed } が外れ、{ $hit } が当たりました{ $tail }。これらに合わせた調整はしていません。
page-regret-zero = 重みがすべて零です。何も量らないため、表は元のままです。
page-of = { $all } のうち { $part }
page-explained = { $bargain }の下での{ $outcome }の差

## The first screen
page-answer = 答え：
page-only-reference = { $reference }だけを計算したため、比べるものがありません。
page-in-short = 要するに：
page-how-sure = どれほど確かか：
page-what-would-change = 何が変われば答えが変わるか：
page-unwanted-wars = どちらも望まない戦争：
page-few-more = { " " }ほか { $few } は、未来の数が少なすぎて判定できません。
page-under-stress = { $title }。負荷：{ $stress }
page-picture = { $reference }との差と 95 % 区間。{ $answers }
page-ends-of-sides = 両国の得失
page-its-record = このモデルの実績：{ $missed }
page-missed-of = { $what } { $tried } のうち { $wrong } が外れ
page-tests-on-past-years = 過去の年での試験
page-published-figures = 公表された戦役の数値

page-short-none = 両国について明確な差はありません。
page-short-small = 大きく変える取引はありません。両国の明確な差 { $clear } のうち、意味を持つほど大きいものはありません。
page-short = 両国の明確な差 { $clear } のうち { $large } が、意味を持つほど大きいものです。
page-nearest-needs = （最も近いものでも約 { $needed } の未来が必要）
page-no-gain = どの取引でも明確な利得はありません{ $nearest }。
page-no-price = 明確な代償はありません。
page-largest = { $bargain }の下での{ $end }、{ $reference }の下の { $level } から { $change }
page-times-what-matters = 、意味を持つ最小の差の { $size } 倍
page-which-turns = 、{ $driver } に左右される
page-unproven = 証明された{ $word ->
    [gain] 利得
   *[price] 代償
}はありません。最も大きいもの（{ $clause }）は{ $lacks }。
page-others-have-one = （ほか { $others } の取引にもあり）
page-proven = すべての点検で残る最大の{ $word ->
    [gain] 利得
   *[price] 代償
}：{ $clause }{ $more }。
page-check-name = 『{ $name }』
page-lacks-fails = { $checks }の点検で残りません
page-lacks-open = { $checks }の点検で判断できません
page-lacks-chance = これだけ多くの中では偶然かもしれません
page-lacks-check = すべての点検にかけてはいません
page-sure-by-chance = （偶然だけでも約 { $number } はそう見えます）
page-sure = { $pairs } 対の未来で、動きうる差 { $moving } のうち { $clear } が 95 % で明確です{ $chance }。
page-sure-unasked = 対抗国の反応、信頼性の二つの理論、中核モデルのすべてを並べて問うてはいません。
page-sure-stands = その { $clear } のうち、対抗国の反応なし、信頼性の二つの理論、中核モデルのすべてで残るのが { $holds }、いずれかで残らないのが { $fails }、点検の未来では判断できないのが { $left } です。
page-breaks = 最も多くがよりかかるのは{ $check }で、この点検では明確な差 { $clear } のうち { $times } が残りません。
page-unwanted-none = { $reference }の下では { $futures } の未来で戦争は始まりませんでした
page-unwanted = { $reference }の下では { $futures } の未来で { $begun } 件の戦争が始まり、そのうち { $wrong } 件（{ $share }）では、動いた側自身が戦争を待つことより低く見ていました
page-unwanted-other = { $bargain }の下では { $begun } 件のうち { $wrong } 件
page-asks-nothing = 求める措置はありません。
page-fate-line = 求めた { $asked } 件の措置のうち、提示 { $offered }、合意 { $agreed }、終わりに効力あり { $force }、失効 { $lapsed }。

## Headings and words of sections
page-against-heading = { $first }と{ $second }
page-believed = { " " }信念　
page-in-model = { " " }モデル　
page-in-model-few = { " " }モデル（危機が少ない）
page-where-crises = 危機が起こりうる場所
page-after = { $author } による{ $keys }。
page-already = 開始時にすでに法律または予算にあるもの：
page-adds = 加えるもの：
page-levers-count = レバー { $count }
page-all-places = すべての場所
page-by-place = 場所別
page-tempted-held = 誘惑され、抑止された
page-tempted-failed = 誘惑され、抑止されず
page-deterred-word = 抑止された
page-rung = { $rung ->
    [arms] 武力の行使
   *[any] 行動一般
}
page-rung-sentence = { $rung ->
    [arms] 武力の行使
   *[any] 行動一般
}：{ $sentence }
page-rung-heading = { $rung ->
    [arms] 武力の行使
   *[any] 行動一般
}：誘惑または挑発となった機会
page-all-counts = すべての件数
page-all-differences = すべての差の数値
page-shared = 共通
page-unmoved = どの未来でも自国の得失が変わらない国：{ $states }。
page-beaten = 国ごとに、どの取引が負けているか
page-not-beaten = { " " }負けていない
page-and-more = ほか { $left }
page-by = { " " }勝る取引：
page-step-unasked = 問われず
page-step-short-of-arms = 武力に至らず
page-challenger-again = 挑戦国（再び）
page-again = { $kind }（再び）
page-one-future = 一つの未来：{ $bargain }の下の { $number } 番
page-when = { $year }年 第{ $season }四半期：
page-event-challenge = { $place }で挑戦：{ $detail }。
page-event-ending = { $place }の危機が終わる：{ $detail }。
page-event = { $place }で{ $kind }：{ $detail }。
page-event-anywhere = { $kind }。
page-either = { $first }または{ $last }
page-fate-heading = 求めた措置の、終わりの時点での状態
page-too-few-differ = 異なる未来が少なすぎます。
page-figures = 数値
page-theories = 対立する理論
page-lever-tip = { $lever }：単独 { $alone }、抜いた場合 { $out }
page-lever-smaller = { " " }より小さい { $left } はデータにあります。
page-cost-heading = 国別の現在費用
page-cost-title = 現在費用
page-window-heading = 弱くなる時期
page-own-rate = 筋書きの割引率
page-other-states = 他の国
page-pay = 支払いの増減
page-difference-in = { $outcome }の差（{ $unit }）
page-others = 他の国：{ $states }
page-regret-of = { $state }の後悔
page-gives-away = { $state }：各取引が手放すもの
page-equal-data = { " " }データは等しい重みのものです。
page-weights-of = { $state }の重み
page-equal-weights = 等しい重みに戻す
page-one-step = 一段：{ $size }
page-inputs = 入力
page-run = 計算
page-digests = ダイジェスト（SHA-256）
page-chunks = 部分
page-parts = （{ $all } のうち { $made }）
page-versions = 版
page-machine = 機械
page-marks = 印：
page-takes-nothing = { " " }証明された利得がここでも残る必要はありません。
page-as-run = 本計算
page-not-all-asked = すべては問うていない
page-word-fails = 残らない
page-line-full = 実線
page-line-broken = 下の破線
page-same-years = { " " }{ $bargains }の下では、どの年もどの未来も同じです。
page-outcome-unit = { $outcome }（{ $unit }）
page-off-map = { " " }地図に場所のないもの：{ $places }。
page-map-heading = 機会が使われる場所
page-used = 機会 { $opportunities } のうち { $challenges } が使われた
page-no-place = 場所なし
page-column-transit_first = 第一陣の到着までの日数
page-column-transit_second = 後続の到着までの日数
page-column-civil_airfields = 開放しうる民間飛行場
page-distances = 地域別の距離、到着、飛行場
page-map-title = 誰が書くものを誰が読むか
page-mechanisms = { " " }機構 { $count }
page-core = 中核
page-did-not-run = 動かず
page-reads = 読むもの
page-writes = 書くもの
page-reads-link = ←
page-writes-link = →
page-reads-own = 自らのもの、与えられたもの、レバー：
page-writes-own = 自らと記録のため：
page-systems = 系
page-source = 出典
page-parameters = パラメータ
page-uncertain = 不確かなもの
page-graded = 数値 { $figures }：{ $grades }。
page-judged-heading = どれだけ判断に拠るか
page-register-heading = 前提の一覧：数値 { $figures }、影響の大きい順
page-not-sampled = 抽出せず
page-judgement-of = 判断：{ $judgement }
page-idle = 動かなかった機構：{ $names }。
page-unknown-figures = 計算が名を挙げ、この導入にはない数値：{ $names }。
page-systems-left = { $all } の系のうち、まだ機構の担わないもの { $left }
page-missing-heading = 欠けているもの
page-bibliography = 文献：{ $works }
page-figures-count = 数値 { $count }
page-misses = 外れるところ、次に当たるところ
page-backtests-heading = 過去試験
page-hit = 当たり { $hit }
page-missed = 外れ { $missed }
page-untested = 試験しなかったもの { $rows } とその理由
page-published-heading = 公表された戦役の数値
page-hit-and-rest = 当たり { $hit } と残り
page-published-miss-word = 外れ
page-published-hit-word = 当たり
page-published-none-word = 対応なし

## Names that the declarations have in English
page-backtest-hit = 当たり
page-backtest-below = 下回る
page-backtest-above = 上回る
page-backtest-miss = 外れ
check-adopted = 即時採択
    .sentence = すべての措置がただちに全面的に発効し、誰にも問わず、何も失効しません。
check-no_reaction = 反応なし
    .sentence = 相手国は同盟に合わせて兵力を変えません。
check-current_calculus = 現在の計算
    .sentence = 観察者は決意を、目の前の利害と力で判断します。過去の振る舞いは数えません。
check-past_actions = 過去の行動
    .sentence = 観察者は決意を、そう判断できる限り、過去の振る舞いで判断します。
check-core = 中核モデル
    .sentence = 中核の機構だけが動き、ほかはすべて止まります。
check-equal_cost = 等しい費用
    .sentence = どの取引でも各側の支出の現在価値は等しく、取引の費用の増減はその側自身の軍事予算から毎年均等に差し引くか加えます。
check-retrenchment = 縮小
    .sentence = 保護国の次の選挙から、誰が選ばれるはずであっても、指導部は縮小型です。
event-election = 選挙
event-opportunity = 機会
event-challenge = 挑戦
event-no_challenge = 見送り
event-response = 対応
event-guarantor = 保証国
event-host = 基地提供国
event-ending = 結末
event-battle = 戦闘
event-lever = 措置
event-revision = 指針の改定
event-programme = ミサイル計画
event-nuclear_option = 核の選択
event-diplomacy = 外交
event-surprise = 協議なき行動
event-base_incident = 基地の事件
event-deterrence = 抑止
event-sanctions = 制裁
event-thaw = 雪解け
event-wedge = 離間
event-deal = 合意
event-framework = 多国間の枠組み
event-barred = 法による不可
event-misread = 読み違い
event-terms = 条件
event-supporter = 支援国
event-estimate = 見積もり
event-option = 選択
event-unproven = 証拠なし
event-learned = 学習
event-round = 次の巡
event-settled = 妥結
event-testimony = 証言
event-pushing = 圧力
event-guarantee = 保証
event-disaster = 災害
event-unbound = 拘束なし
event-temper = 気質
event-seats = 議席
