import { catchExports } from '../app/page/exports/catch-exports';

// Registered for the page's own world, at `document_start`, on sites allowed for it.
catchExports(window);
