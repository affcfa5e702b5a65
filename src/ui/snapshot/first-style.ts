import charts from '../charts/charts.css?inline';
import popup from '../screens/popup/popup.css?inline';
import theme from '../theme.css?inline';

/** The looks of the popup's first picture, in its script: a stylesheet in front would be one more file to wait for. */
export function firstStyle(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${theme}${charts}${popup}`);
  return sheet;
}
