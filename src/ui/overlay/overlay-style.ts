/**
 * Of the closed shadow root. Only generic font families: a page can define a font of any other name and would be asked
 * for it by the letters drawn. Colours of segments as in theme.css, which a test holds them to.
 */
export const OVERLAY_STYLE = `
:host { all: initial; }
* { box-sizing: border-box; }
.layer, .pulse { position: fixed; left: 0; top: 0; pointer-events: none; }
.layer { width: 0; height: 0; }
.pulse { width: 1px; height: 1px; visibility: hidden; contain: strict; }
.light { --ground: #ffffff; --ink: #1a1b1f; --soft: #5c5e68; --line: #c9c9d0; --hover: #efeff1; --accent: #4450c8; }
.dark { --ground: #1d1e22; --ink: #ececf0; --soft: #a4a6b0; --line: #43454d; --hover: #303238; --accent: #a3adff; }
.seg-0 { background: #2291f8; } .seg-1 { background: #aa4e07; } .seg-2 { background: #18784f; } .seg-3 { background: #ea4cc4; }
.seg-4 { background: #9630e5; } .seg-5 { background: #8f8a08; } .seg-6 { background: #008ca3; } .seg-7 { background: #c87970; }
.chip {
  position: absolute; left: 0; top: 0; display: flex; align-items: center; gap: 4px; height: 18px; padding: 0 6px 0 5px;
  border: 1px solid var(--line); border-radius: 9px; background: var(--ground); color: var(--ink);
  font: 400 11px/16px sans-serif; white-space: nowrap; width: max-content; contain: content;
  pointer-events: none; user-select: none; -webkit-user-select: none; direction: ltr; text-align: left;
}
.shape { flex: none; display: block; width: 12px; height: 12px; margin: -2px; transform: scale(0.75); }
.chip .name { overflow: hidden; text-overflow: ellipsis; }
.chip.low { height: 13px; padding: 0 4px 0 3px; gap: 3px; font-size: 9px; line-height: 11px; border-radius: 7px; }
.chip.low .shape { margin: -3px; transform: scale(0.58); }
.chip.mark { height: 10px; width: 10px; padding: 0; border: 0; border-radius: 2px; }
.chip.mark .shape { margin: -1px; transform: scale(0.8); }
.chip.mark .name { display: none; }
.chip.hidden { visibility: hidden; }
.pill {
  position: absolute; left: 0; top: 0; display: flex; flex-direction: column-reverse; align-items: stretch;
  width: max-content; max-width: min(320px, 90vw); font: 400 12px/16px sans-serif; color: var(--ink); pointer-events: none;
  visibility: hidden; direction: ltr; text-align: left;
}
.pill.placed { visibility: visible; }
.bar, .more { border: 1px solid var(--line); background: var(--ground); pointer-events: auto; }
.bar { display: flex; border-radius: 14px; overflow: clip; overflow-clip-margin: 4px; }
.more { display: none; flex-direction: column; margin-bottom: 4px; border-radius: 8px; padding: 4px; }
.pill:hover .more, .pill:focus-within .more, .pill.open .more { display: flex; }
button {
  all: unset; box-sizing: border-box; min-height: 26px; padding: 4px 10px; cursor: pointer; color: var(--ink);
  font: 400 12px/16px sans-serif; border-radius: 6px;
}
.bar button { border-radius: 13px; }
.bar .main { flex: 1; padding-right: 6px; }
.bar .main::before { content: attr(data-says); }
.bar .close { padding: 4px 9px; color: var(--soft); }
button:hover { background: var(--hover); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
@media print { .layer { display: none; } }
@media (forced-colors: active) { .chip, .bar, .more { forced-color-adjust: none; } }
`;
