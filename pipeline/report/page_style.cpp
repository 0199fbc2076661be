#include "report/page_template.hpp"

namespace paraphe::report {

std::string_view style_sheet() {
    return R"css(
:root{--paper:#f6f4ef;--card:#fffefb;--ink:#1c2430;--soft:#5a6473;--line:#dcd7cb;--link:#1d4f82;
--pass:#1e6b48;--pass-wash:#e6f2ea;--fail:#a12531;--fail-wash:#fbe9e8;--review:#855300;--review-wash:#fcf1da;--note:#4b5b70;
--sheet:#fff;--shadow:0 1px 2px rgba(40,34,20,.06),0 6px 18px rgba(40,34,20,.05);
--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#14181f;--card:#1c222b;--ink:#e9e6de;--soft:#a5adba;--line:#343c48;--link:#9cc4f0;
--pass:#7fd1a4;--pass-wash:#1b3328;--fail:#ff9d9a;--fail-wash:#3f2023;--review:#f0bd66;--review-wash:#3a2d15;--note:#a9b8cc;
--sheet:#f4f2ec;--shadow:none}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.definitions{position:absolute}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:2}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
.top,main,footer{max-width:66rem;margin:0 auto;padding:0 1.25rem}
.top{display:flex;justify-content:space-between;align-items:center;gap:.25rem 1.5rem;flex-wrap:wrap;padding-top:1.1rem;padding-bottom:1rem}
.top p{margin:0}
.brand{font:600 1.3rem/1 var(--serif);letter-spacing:.01em;display:flex;align-items:center;gap:.55rem}
.brand svg{width:3.1rem;height:1.2rem;fill:none;stroke:var(--link);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.dossier{color:var(--soft)}
.dossier bdi{color:var(--ink);font-weight:600}
h1,h2,h3{font-family:var(--serif);line-height:1.2;margin:0;text-wrap:balance}
h2{font-size:1.45rem;margin:2.6rem 0 .9rem}
h4{font-size:.95rem;font-weight:600;color:var(--soft);margin:1.4rem 0 .5rem}
.icon{flex:none;width:1.4rem;height:1.4rem}
.disc{fill:var(--tone,var(--note))}
.sign{fill:none;stroke:var(--card);stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
.pass,.eligible{--tone:var(--pass);--wash:var(--pass-wash)}
.fail,.not_eligible{--tone:var(--fail);--wash:var(--fail-wash)}
.review{--tone:var(--review);--wash:var(--review-wash)}
.word{color:var(--tone);font-weight:600;font-size:.9rem}
.verdict{display:flex;gap:1.2rem;align-items:center;background:var(--wash);border:1px solid var(--tone);border-radius:14px;padding:1.5rem 1.6rem}
.verdict .icon{width:3.4rem;height:3.4rem}
.verdict .sign{stroke:var(--wash)}
.verdict h1{font-size:clamp(1.9rem,5vw,2.7rem);color:var(--tone)}
.sentence{margin:.3rem 0 0;font-size:1.06rem;max-width:46rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.9rem 1.5rem;margin:1.4rem 0 1.6rem}
.facts>div{border-left:2px solid var(--line);padding-left:.8rem}
dt{color:var(--soft);font-size:.86rem}
dd{margin:0;font-weight:600}
dd small,td small,figcaption small{display:block;color:var(--soft);font-weight:400;font-size:.84rem}
.tiles ol{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.6rem}
.tiles a{display:flex;gap:.75rem;align-items:center;height:100%;padding:.65rem .85rem;background:var(--card);border:1px solid var(--line);border-radius:10px;color:var(--ink);text-decoration:none}
.tiles a:hover{border-color:var(--tone)}
.tiles .fail,.tiles .review{background:var(--wash);border-color:var(--tone)}
.tiles .fail .sign,.tiles .review .sign,.todo li .sign{stroke:var(--wash)}
.tiles b{display:block;font-weight:600;line-height:1.3}
.tiles small{color:var(--tone);font-size:.86rem}
.todo ol{list-style:none;margin:0;padding:0;display:grid;gap:.7rem}
.todo li{display:flex;gap:.95rem;background:var(--wash);border-radius:10px;padding:.95rem 1.1rem}
.todo p{margin:.15rem 0 0}
.todo .word{white-space:nowrap}
.todo .what{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline;margin:0}
.todo .what a{color:var(--ink);font-weight:600}
.advice{font-weight:600}
.calm{background:var(--pass-wash);border-radius:10px;padding:.95rem 1.1rem;margin:0}
.piece{background:var(--card);border:1px solid var(--line);border-radius:12px;box-shadow:var(--shadow);padding:1.15rem 1.3rem 1.35rem;margin:0 0 1.1rem;scroll-margin-top:1rem}
.piece>header{display:flex;flex-wrap:wrap;gap:.3rem .75rem;align-items:center}
.piece>header h3{flex:0 1 auto;min-width:0}
.piece h3{font-size:1.22rem}
.piece>header .word{margin-left:auto}
.optional{color:var(--soft);font-size:.9rem}
.where{margin:.35rem 0 0;color:var(--soft);font-size:.93rem}
.where span{display:block;color:var(--ink)}
.check{display:grid;grid-template-columns:1.4rem minmax(0,1fr);gap:.1rem .75rem;padding:.85rem 0;border-top:1px solid var(--line);margin-top:.85rem}
.check+.check{margin-top:0}
.piece>.check:first-child{border-top:0;margin-top:0;padding-top:.2rem}
.check.pass:not(:has(figure))+.check.pass:not(:has(figure)){border-top:0;padding-top:0}
.check>.icon{margin-top:.12rem;width:1.2rem;height:1.2rem}
.check p{margin:0}
.check .figures{grid-column:2;display:grid;gap:.7rem;grid-template-columns:repeat(auto-fill,minmax(min(19rem,100%),1fr));margin-top:.6rem}
.check.pass figure svg{max-height:12rem}
.check .aside{color:var(--soft);font-size:.86rem}
figure{margin:0}
figure svg{display:block;width:100%;height:auto;max-height:26rem;background:var(--sheet);border:1px solid var(--line);border-radius:6px}
figcaption{color:var(--soft);font-size:.86rem;margin-top:.25rem;line-height:1.35}
figcaption b{color:var(--ink)}
.frame{fill:none;stroke:#b3541e;stroke-width:2px;vector-effect:non-scaling-stroke}
.frame.pass{stroke:#1e7a50}.frame.fail{stroke:#b52733}.frame.review{stroke:#a86a00}
.no-picture{border:1px dashed var(--line);border-radius:6px;padding:.8rem;color:var(--soft);font-size:.9rem}
.looked{margin:.6rem 0 0 2.15rem;color:var(--soft);font-size:.93rem}
.fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(13.5rem,100%),1fr));gap:.75rem 1.4rem;margin:0}
.fields dd{line-height:1.35}
.doubt dd bdi{border-bottom:2px dotted var(--review)}
.doubt dd small{color:var(--review)}
.sheets,.strip{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(10rem,1fr));gap:.8rem}
.sheets li.missing figcaption{color:var(--fail);font-weight:600}
.sheets li.unsure figcaption{color:var(--review);font-weight:600}
.sheets svg+svg{margin-top:.3rem}
.strip{grid-template-columns:repeat(auto-fill,minmax(7.4rem,1fr));margin-top:.7rem}
.strip li:only-child{grid-column:1/-1}.strip li:only-child figure{display:grid;grid-template-columns:7.4rem minmax(0,1fr);gap:.9rem}.strip li:only-child figcaption{grid-column:2;margin:0}
.scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:12px}
table{border-collapse:collapse;width:100%;min-width:36rem}
th,td{text-align:left;vertical-align:top;padding:.65rem 1rem;border-top:1px solid var(--line);overflow-wrap:break-word}
thead th{border-top:0;color:var(--soft);font-weight:400;font-size:.88rem}
tbody th{font-weight:600;width:38%}
.number{white-space:nowrap}td.same{color:var(--pass)}td.other{color:var(--fail);font-weight:600}
.notes{list-style:none;margin:0;padding:0;display:grid;gap:.8rem}
.notes li{display:flex;gap:.85rem}
.notes div{min-width:0;flex:1}
.notes p{margin:0}
.notes figure{max-width:24rem;margin-top:.5rem}
.count{margin:-.4rem 0 .8rem;color:var(--soft)}
.files{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:12px}
.file{padding:.9rem 1.2rem}
.file+.file{border-top:1px solid var(--line)}
.name{margin:0;display:flex;gap:.2rem .9rem;justify-content:space-between;align-items:baseline;font-weight:600}
.badge{flex:none;font-weight:400;font-size:.86rem;color:var(--soft)}
.file.unreadable .badge,.file.unreadable .reason{color:var(--fail);font-weight:600}
.reason{margin:.1rem 0 0;color:var(--soft);font-size:.93rem}
footer{margin-top:3rem;padding-top:1.2rem;padding-bottom:2.5rem;color:var(--soft);font-size:.92rem}
footer p{margin:.2rem 0;max-width:48rem}
footer .small{font-size:.82rem;margin-top:.8rem}
code{font-size:.9em}
@media (min-width:48rem){.check{grid-template-columns:1.4rem minmax(0,1fr) minmax(0,22rem);column-gap:.75rem}.check .figures{grid-column:3;grid-row:1;margin-top:0}
.check:not(:has(figure:only-child))>div:not(.figures){grid-column:2/-1}
.check .figures:has(figure:nth-child(2)){grid-column:2/-1;grid-row:auto;margin-top:.6rem;grid-template-columns:repeat(2,minmax(0,22rem))}
.check .figures:has(figure:nth-child(5)){grid-template-columns:repeat(auto-fill,minmax(13.5rem,1fr))}}
@media (max-width:34rem){.top,main,footer{padding-left:.9rem;padding-right:.9rem}.verdict{padding:1.1rem;gap:.9rem;align-items:flex-start}.verdict .icon{width:2.4rem;height:2.4rem}
.piece{padding:1rem}.piece>header{display:grid;grid-template-columns:1.4rem minmax(0,1fr)}.piece>header>:nth-child(n+3){grid-column:2;margin-left:0}.where{margin-left:2.15rem}
.facts{grid-template-columns:1fr 1fr;gap:.8rem}.tiles ol{gap:.45rem}.tiles a{padding:.5rem .75rem}.sheets,.fields{grid-template-columns:1fr 1fr}
.strip{grid-template-columns:repeat(auto-fill,minmax(6.2rem,1fr))}.strip figcaption{hyphens:auto}.check{gap:.1rem .6rem}.check .figures{grid-column:1/-1}.looked{margin-left:0}
table{min-width:0}table,tbody,tr,tbody th,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{padding:.7rem 1rem}tr+tr{border-top:1px solid var(--line)}
tbody th,td{border:0;padding:.1rem 0;width:auto}td:empty{display:none}td::before{content:attr(data-label);margin-right:.6em;color:var(--soft);font-weight:400}td small{display:inline}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--link:#000;--pass:#1e6b48;--pass-wash:#fff;--fail:#a12531;--fail-wash:#fff;--review:#855300;--review-wash:#fff;--note:#4b5b70;--sheet:#fff;--shadow:none}
html{font-size:10pt}.top,main,footer{max-width:none;padding-left:0;padding-right:0}.tiles{display:none}.skip{display:none}a{text-decoration:none}.piece{box-decoration-break:clone;-webkit-box-decoration-break:clone}
.check,.todo li,.file,.fields>div,.notes li,.verdict,figure,tr{break-inside:avoid}h2,h3,h4,.piece>header,.where{break-after:avoid}.where+.check,.piece>header+.check{break-before:avoid}.sheets li,.strip li{break-inside:avoid}
.todo li,.calm{border:1px solid var(--line)}.scroll{overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{margin:15mm}}
)css";
}

}  // namespace paraphe::report
