// Writes the table of time zones by their Windows names to standard output, from CLDR's windowsZones.
import { readFileSync } from 'node:fs';

const { supplemental } = JSON.parse(readFileSync('node_modules/cldr-core/supplemental/windowsZones.json'));
const zones = supplemental.windowsZones.mapTimezones
  .map(({ mapZone }) => mapZone)
  .filter((zone) => zone._territory === '001')
  .map((zone) => `${zone._other},${zone._type}`)
  .sort();
console.log(`# Unicode CLDR ${supplemental.version._cldrVersion}, windowsZones, territory 001: Unicode-3.0, see windows-zones-license.txt
${zones.join('\n')}`);
