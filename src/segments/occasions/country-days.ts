/**
 * Written by scripts/holidays.mjs: change it there. Days by country from date-holidays (its data is CC BY-SA 3.0, made of
 * Wikipedia articles), as the rules of day-rule.ts, each held to the package's days for 2000–2050.
 */
export const COUNTRY_DAYS = `
PL Poland|Polska
  christmas 12-25, easter e0, valentines 02-14, womens-day 03-08, mothers-day 05-26, fathers-day 06-23, childrens-day 06-01, grandmothers-day 01-21, grandfathers-day 01-22, st-nicholas 12-06, national-day 11-11
DE Deutschland|Germany|Niemcy
  christmas 12-25, easter e0, valentines 02-14, mothers-day 05.7.2, fathers-day e39, childrens-day 06-01, st-nicholas 12-06, national-day 10-03
GB England|Great Britain|Scotland|UK|United Kingdom|Wales|Wielka Brytania|Zjednoczone Królestwo
  christmas 12-25, easter e0, mothers-day e-21, fathers-day 06.7.3
IE EIRE|Ireland|Irlandia|Republic of Ireland
  christmas 12-25, easter e0, mothers-day e-21, fathers-day 06.7.3, national-day 03-17
US Stany Zjednoczone|US|USA|United States|United States of America
  christmas 12-25, easter e0, valentines 02-14, mothers-day 05.7.2, fathers-day 06.7.3, national-day 07-04
CA Canada|Kanada
  christmas 12-25, easter e0, valentines 02-14, mothers-day 05.7.2, fathers-day 06.7.3, national-day 07-01
AU Australia
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 09.7.1
NZ Aotearoa|New Zealand|Nowa Zelandia
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 09.7.1, national-day 02-06
FR France|Francja
  christmas 12-25, easter e0, mothers-day 05.7.-1!e49>06.7.1, fathers-day 06.7.3, national-day 07-14
ES España|Hiszpania|Spain
  christmas 12-25, easter e0, mothers-day 05.7.1, fathers-day 03-19, national-day 10-12
IT Italia|Italy|Włochy
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 03-19, national-day 06-02
PT Portugal|Portugalia
  christmas 12-25, easter e0, mothers-day 05.7.1, fathers-day 03-19, national-day 06-10
NL Holandia|Les Pays-Bas|Nederland|Netherlands|Niderlandy|Niederlande|Paesi Bassi|Países Bajos|The Netherlands
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 06.7.3, st-nicholas 12-05
BE Belgia|Belgien|Belgique|Belgium|België
  christmas 12-25, easter e0, valentines 02-14, mothers-day 05.7.2, fathers-day 06.7.2, st-nicholas 12-06, national-day 07-21
LU Luksemburg|Luxembourg|Luxemburg|Lëtzebuerg
  christmas 12-25, easter e0, mothers-day 06.7.2, fathers-day 10.7.1, st-nicholas 12-06, national-day 06-23
AT Austria|Österreich
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 06.7.2, st-nicholas 12-06, national-day 10-26
CH Schweiz|Suisse|Svizzera|Switzerland|Szwajcaria
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 06.7.1@2007-, national-day 08-01
CZ Czech Republic|Czechia|Czechy|Česko|Česká republika
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 06.7.3, childrens-day 06-01, st-nicholas 12-06, national-day 10-28
SK Slovakia|Slovensko|Slovenská republika|Słowacja
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 06.7.3, childrens-day 06-01, st-nicholas 12-06, national-day 09-01
HU Hungary|Magyarország|Węgry
  christmas 12-25, easter e0, womens-day 03-08, mothers-day 05.7.1, fathers-day 06.7.3, childrens-day 05.7.-1, st-nicholas 12-06, national-day 08-20
RO Romania|România|Rumunia
  christmas 12-25, easter o0, mothers-day 03-08@-2009;05.7.1@2010-, fathers-day 05.7.2@2010-, childrens-day 06-01, national-day 12-01
BG Bulgaria|Bułgaria|България
  christmas 12-25, easter o0, womens-day 03-08, mothers-day 03-08, childrens-day 06-01, national-day 03-03
GR Grecja|Greece|Ελλάδα
  christmas 12-25, easter o0, mothers-day 05.7.2, fathers-day 06.7.3, national-day 03-25
CY Cypr|Cyprus|Κύπρος
  christmas 12-25, easter o0, mothers-day 05.7.2, fathers-day 06.7.3
HR Chorwacja|Croatia|Hrvatska
  christmas 12-25, easter e0, womens-day 03-08, mothers-day 05.7.2, fathers-day 03-19
SI Republika Slovenija|Slovenia|Slovenija|Słowenia
  christmas 12-25, easter e0, womens-day 03-08, mothers-day 03-25, st-nicholas 12-06
RS Serbia|Srbija|Република Србија
  christmas 01-07, easter o0
UA Ukraina|Ukraine|Україна
  christmas 01-07@-2023;12-25@2023-, easter o0, womens-day 03-08, mothers-day 05.7.2, childrens-day 06-01, national-day 08-24
LT Lietuva|Lithuania|Litwa
  christmas 12-25, easter e0, mothers-day 05.7.1, fathers-day 06.7.1, childrens-day 06-01, national-day 02-16
LV Latvia|Latvija|Łotwa
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 09.7.2@2008-, childrens-day 06-01, national-day 11-18
EE Eesti|Estonia
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 11.7.2, childrens-day 06-01, national-day 02-24
FI Finland|Finlandia|Suomi
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 11.7.2, national-day 12-06
SE Sverige|Sweden|Szwecja
  christmas 12-25, easter e0, mothers-day 05.7.-1, fathers-day 11.7.2, national-day 06-06@2005-
NO Norge|Norway|Norwegia
  christmas 12-25, easter e0, valentines 02-14, womens-day 03-08, mothers-day 02.7.2, fathers-day 11.7.2, national-day 05-17
DK Dania|Danmark|Denmark
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 06-05, national-day 06-05
IS Iceland|Islandia|Ísland
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 11.7.2@2006-, national-day 06-17
TR Turcja|Turkey|Türkiye
  mothers-day 05.7.2, fathers-day 06.7.3, childrens-day 04-23, national-day 10-29
JP Japan|Japonia|日本
  christmas 12-25, mothers-day 05.7.2, fathers-day 06.7.3, childrens-day 05-05
KR Korea|Korea Południowa|Republic of Korea|South Korea|대한민국
  christmas 12-25, childrens-day 05-05
IN India|Indie|भारत|இந்தியா
  christmas 12-25, mothers-day 05.7.2, fathers-day 06.7.3, childrens-day 11-14, national-day 08-15
BR Brasil|Brazil|Brazylia
  christmas 12-25, easter e0, valentines 06-12, mothers-day 05.7.2, fathers-day 08.7.2, childrens-day 10-12, national-day 09-07
MX Meksyk|Mexico|México
  christmas 12-25, easter e0, mothers-day 05-10, fathers-day 06.7.3, childrens-day 04-30, national-day 09-16
AR Argentina|Argentyna
  christmas 12-25, easter e0, mothers-day 10.7.3, fathers-day 06.7.3, national-day 07-09
CL Chile
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 06.7.3, national-day 09-18
CO Colombia|Kolumbia
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 06.7.3, national-day 07-20
ZA RPA|RSA|Republika Południowej Afryki|South Africa
  christmas 12-25, easter e0, mothers-day 05.7.2, fathers-day 06.7.3, national-day 04-27
`;
