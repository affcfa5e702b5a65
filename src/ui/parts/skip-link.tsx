import { text } from '../state/text';
import './skip-link.css';

/** Jumps over many tab stops, first of all over the navigation of a page. `to` is the id of a focusable element. */
export function SkipLink(props: { readonly to: string; readonly children?: string }) {
  return (
    <a
      class="skip-link"
      href={`#${props.to}`}
      onClick={(event) => {
        // The hash belongs to the router.
        event.preventDefault();
        document.getElementById(props.to)?.focus();
      }}
    >
      {props.children ?? text.value.nav.skip}
    </a>
  );
}
