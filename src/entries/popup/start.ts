/** Loads the popup with its stylesheets; asked for by `popup-snapshot.ts`, once the first picture is drawn. */
void import('./app');
