/**
 * Words that pages are built of. Only these are shown of a class or of a name somebody made up; whatever else stands
 * there may be somebody's name or number.
 */
export const KNOWN_WORDS: ReadonlySet<string> = /* @__PURE__ */ new Set(
  `accordion account action actions active activity actual add adv aggregate align alt alternate amount analytics anchor
  app application area aria arrow article aside asc auto avatar axis back backdrop background badge bar base block blur
  board body bold border bordered bottom box breadcrumb breadcrumbs btn bucket bulk button buttons calendar cancel canvas
  caption card cards caret cell cells center chart charts checkable checkbox checked chevron child chip circle clear click
  clickable clip close cluster code col collapse collapsed collapsible color colored cols colspan column columnheader
  columns combo combobox command compact company compare comparison component condensed contact contacts container content
  contents context control controls core count counter cover crm current currency custom customer customers cut dark dash
  dashboard data datagrid dataset datatable date day deal deals debug default delete demo dense desc description details
  dialog diff dimension dimensions dir disabled discount display div divider docked document drag draggable drawer drop
  dropdown duration dynamic edit editable editor elastic element elements ellipsis email empty enabled end entity entry
  error even event expand expandable expanded expander explorer export extra facet field fields figure file filler filter
  filtered filters first fit fixed flex float fluid focus focused font foot footer form format frame freeze frozen full ga
  gap generic global goal grand graph grid gridcell gridrow grids group grouped grouping groups gutter half handle has head
  header headers heading headings height help hidden hide hierarchy hint history home horizontal host hover icon icons id
  image img indent index indicator info infinite inline inner input inside instance invoice is item items js key keyword
  kpi label labels large last layer layout lazy lead leads left legend level light lightning line lines link links list
  listbox lists listview load loader loading lock locked long main many map margin marker markup mask mat match max
  mdc measure media medium menu menuitem message meta metric metrics min mini mobile modal model module money month more
  multi name names nav navbar navigation nested new next node none normal not note notice notification null num number
  numeric object odd off offset on open opened option options order orders outer outline output overflow overlay override
  owner pad padding page pager pages paginate paginated pagination paginator panel paragraph parent part path percent
  percentage period person picker pill pin pinned pipeline pivot placeholder plain plot pointer polaris popover popup
  portal position presentation preview previous price primary print product products profile progress property public
  query quick range ranking read readonly recent record records rectangle reference refresh region related relative report
  reporting reports reset resizable resize resizer responsive result results revenue right role root rounded route row
  rowgroup rowheader rows rowspan ruler sales sample scroll scrollable scroller scrolling search second secondary section
  segment select selectable selected selection self separator series session sessions set settings shadow shape sheet shell
  shop short show shown side sidebar simple single size skeleton slds slice slick slider slot small sort sortable sorted
  sorting source space spacer spacing span spark sparkline spinner split spread square stack stage start stat state static
  statistic stats status step sticky store strip striped strong style sub subheader subtitle subtotal success sum summary
  surface svg switch symbol tab table tabular tables tablist tabpanel tabs tag tags target task tbody td template test
  testid text tfoot th thead theme thin third thumb tick tile time title toast toggle token tool toolbar tooltip top total
  totals touch track tr tracking traffic transform transition tree treegrid trend trigger truncate truncated two txt type
  typography ui unit unread unselectable up user users util val value values vertical view viewer viewport virtual
  virtualized visible visits visual visually viz warning week wide widget widgets width window wrap wrapper wrapping year
  zero zone zoom
  ag ant bootstrap cdk ember fluent gs gwt headlessui hs kendo lex looker lyte matomo mui ng pipedrive react salesforce
  selenium shopify tabulator tui vaadin vue wc wicket woocommerce wp zc zoho`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
