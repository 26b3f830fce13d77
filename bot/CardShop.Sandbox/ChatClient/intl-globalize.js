// Stands in for the tables of forty languages that Web Chat brings along: browsers know how dates and numbers are written.

/** What Web Chat asks of Globalize, for one language. */
export default language => ({
  dateFormatter: () => formatter(new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' })),
  plural: count => new Intl.PluralRules(language).select(count),
  relativeTimeFormatter: unit => {
    const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
    return count => format.format(count, unit);
  },
  unitFormatter: (unit, { form }) => formatter(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: form })),
});

const formatter = format => value => format.format(value);
