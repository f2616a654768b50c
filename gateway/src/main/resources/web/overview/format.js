/** Numbers, dates and names as readers of a language expect them. */
export function formats(tongue) {
  const language = tongue === 'en' ? 'en-GB' : tongue;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const exact = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const change = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const countries = new Intl.DisplayNames(language, { type: 'region' });
  return {
    number: (value) => number.format(value),
    signed: (value) => signed.format(value),
    change: (value) => change.format(value / 100),
    /** Of a share in percent: never nothing for something, never all for almost all. */
    share: (value) => {
      if (value < 0.1) {
        return `< ${percent.format(0.001)}`;
      }
      return percent.format(value < 100 ? Math.min(value, 99.9) / 100 : 1);
    },
    figure: (figure, value = figure.value) => {
      if (figure.unit === 'percent') {
        return percent.format(value / 100);
      }
      return (figure.rounding === 'none' ? exact : number).format(value);
    },
    date: (value) => date.format(new Date(value)),
    country: (code) => {
      try {
        return countries.of(code) ?? code;
      } catch {
        return code;
      }
    },
    compare: new Intl.Collator(language).compare,
  };
}
