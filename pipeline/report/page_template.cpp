#include "report/page_template.hpp"

namespace paraphe::report {

std::string_view page_template() {
    return R"page(<!DOCTYPE html>
<html lang="{{lang}}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{{verdict_word}} · {{dossier}} · Paraphe</title>
<style>{{{style}}}</style>
</head>
<body>
<svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<symbol id="s-pass" viewBox="0 0 24 24"><circle class="disc" cx="12" cy="12" r="11"/><path class="sign" d="M6.8 12.6l3.5 3.5 7-8"/></symbol>
<symbol id="s-fail" viewBox="0 0 24 24"><rect class="disc" x="1.5" y="1.5" width="21" height="21" rx="5"/><path class="sign" d="M8 8l8 8M16 8l-8 8"/></symbol>
<symbol id="s-review" viewBox="0 0 24 24"><path class="disc" d="M12 1.2L22.8 12 12 22.8 1.2 12z"/><path class="sign" d="M12 7v6M12 16.4v.2"/></symbol>
<symbol id="s-note" viewBox="0 0 24 24"><circle class="disc" cx="12" cy="12" r="11"/><path class="sign" d="M12 11v6M12 7.4v.2"/></symbol>
{{{definitions}}}</defs></svg>
<a class="skip" href="#verdict">{{t.skip}}</a>
<header class="top">
<p class="brand"><svg viewBox="0 0 64 24" aria-hidden="true"><path d="M3 19C9 3 17 1 15 9S6 20 13 17s10-14 12-13-5 15 1 13 8-12 10-11-4 11 1 10 10-13 11-11-5 13-1 13 9-6 13-8"/></svg>Paraphe</p>
<p class="dossier"><span>{{t.dossier}}</span> <bdi>{{dossier}}</bdi></p>
</header>
<main>
<section id="verdict" class="verdict {{verdict}}" aria-labelledby="verdict-word" tabindex="-1">
<svg class="icon" aria-hidden="true"><use href="#s-{{verdict_symbol}}"/></svg>
<div>
<h1 id="verdict-word">{{verdict_word}}</h1>
<p class="sentence">{{verdict_sentence}}</p>
</div>
</section>
<dl class="facts">
<div><dt>{{t.company}}</dt><dd><bdi>{{company}}</bdi></dd></div>
<div><dt>SIREN</dt><dd>{{siren}}</dd></div>
<div><dt>{{t.as_of}}</dt><dd>{{as_of}} <small>{{as_of_source}}</small></dd></div>
<div><dt>{{t.run_on}}</dt><dd>{{run_on}}</dd></div>
</dl>
{{#pieces_sought}}<nav class="tiles" aria-label="{{t.pieces}}"><ol>
{{#pieces}}<li><a class="{{outcome}}" href="#{{anchor}}"><svg class="icon" aria-hidden="true"><use href="#s-{{outcome}}"/></svg><span><b>{{title}}</b><small>{{outcome_word}}</small></span></a></li>
{{/pieces}}</ol></nav>{{/pieces_sought}}

<section class="todo" aria-labelledby="todo">
<h2 id="todo">{{t.todo}}</h2>
{{^has_todo}}<p class="calm">{{t.nothing_to_do}}</p>{{/has_todo}}
{{#has_todo}}<ol>
{{#todo}}<li class="{{outcome}}"><svg class="icon" aria-hidden="true"><use href="#s-{{outcome}}"/></svg><div><p class="what"><a href="#{{anchor}}">{{title}}</a><span class="word">{{outcome_word}}</span></p><p>{{message}}</p>{{#advice}}<p class="advice">{{advice}}</p>{{/advice}}</div></li>
{{/todo}}</ol>{{/has_todo}}
</section>

{{#pieces_sought}}<section aria-labelledby="pieces">
<h2 id="pieces">{{t.pieces}}</h2>
{{#pieces}}<article class="piece {{outcome}}" id="{{anchor}}" aria-labelledby="{{anchor}}-t">
<header><svg class="icon" aria-hidden="true"><use href="#s-{{outcome}}"/></svg><h3 id="{{anchor}}-t">{{title}}</h3><span class="word">{{outcome_word}}</span>{{^required}}<span class="optional">{{t.optional}}</span>{{/required}}</header>
{{#documents}}<p class="where">{{#looks}}<span>{{looks}}</span>{{/looks}}<bdi>{{path}}</bdi>, {{pages}}</p>
{{/documents}}{{^has_documents}}<p class="where none">{{t.no_document}}</p>{{/has_documents}}
{{#checks}}{{>check}}{{/checks}}
{{#looked_at}}<p class="looked">{{looked_at}}</p>{{/looked_at}}
{{#has_fields}}<h4>{{t.what_was_read}}</h4>
<dl class="fields">
{{#fields}}<div class="{{doubt}}"><dt>{{name}}</dt><dd><bdi>{{value}}</bdi><small>{{confidence}}{{#page}} · {{page}}{{/page}}</small></dd></div>
{{/fields}}</dl>{{/has_fields}}
{{#has_sheets}}<h4>{{t.sheets}}</h4>
<ol class="sheets">
{{#sheets}}<li class="{{state}}"><figure>{{{page_view}}}{{{mark_view}}}<figcaption>{{caption}}</figcaption></figure></li>
{{/sheets}}</ol>{{/has_sheets}}
</article>
{{/pieces}}</section>

{{#has_checks}}<section aria-labelledby="whole">
<h2 id="whole">{{t.whole}}</h2>
<div class="piece">{{#checks}}{{>check}}{{/checks}}</div>
</section>{{/has_checks}}{{/pieces_sought}}

{{#has_identity}}<section aria-labelledby="identity">
<h2 id="identity">{{t.identity}}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="identity"><table role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{{t.piece}}</th><th role="columnheader" scope="col">{{t.company}}</th><th role="columnheader" scope="col">SIREN</th><th role="columnheader" scope="col">{{t.signatory}}</th></tr></thead>
<tbody role="rowgroup">{{#identity}}<tr role="row"><th role="rowheader" scope="row"><a href="#{{anchor}}">{{title}}</a></th><td role="cell" data-label="{{t.company}}">{{#company}}<bdi>{{company}}</bdi>{{/company}}</td><td role="cell" class="{{siren_state}}" data-label="SIREN">{{#siren}}<span class="number">{{siren}}</span>{{/siren}}{{#siren_word}} <small>{{siren_word}}</small>{{/siren_word}}</td><td role="cell" data-label="{{t.signatory}}">{{#signatory}}<bdi>{{signatory}}</bdi>{{/signatory}}</td></tr>
{{/identity}}</tbody>
</table></div>
</section>{{/has_identity}}

{{#has_notes}}<section aria-labelledby="notes">
<h2 id="notes">{{t.notes}}</h2>
<ul class="notes">{{#notes}}<li><svg class="icon" aria-hidden="true"><use href="#s-note"/></svg><div><p>{{message}}</p>{{#figures}}<figure>{{{view}}}<figcaption><bdi>{{caption}}</bdi></figcaption></figure>{{/figures}}</div></li>
{{/notes}}</ul>
</section>{{/has_notes}}

<section aria-labelledby="files">
<h2 id="files">{{t.files}}</h2>
<p class="count">{{files_count}}</p>
<ul class="files">
{{#files}}<li class="file {{status}}">
<p class="name"><bdi>{{path}}</bdi><span class="badge">{{status_word}}</span></p>
{{#reason}}<p class="reason">{{reason}}</p>{{/reason}}
{{#has_pages}}<ol class="strip">{{#pages}}<li><figure>{{{view}}}<figcaption><b>{{number}}</b> {{piece}}{{#remark}}<small>{{remark}}</small>{{/remark}}</figcaption></figure></li>{{/pages}}</ol>{{/has_pages}}
</li>
{{/files}}</ul>
</section>
</main>
<footer>
<p>{{t.decides}}</p>
<p>{{t.private}}</p>
<p class="small">Paraphe {{program}} · {{t.rulebook}} {{rulebook}} · SHA-256 {{t.of_dossier}} <code>{{sha}}</code></p>
</footer>
</body>
</html>
)page";
}

}  // namespace paraphe::report
