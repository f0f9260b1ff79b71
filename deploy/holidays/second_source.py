"""Writes the public holidays of a second source to standard output: `calendar,date,name`."""

import holidays

CALENDARS = ["GB-ENG", "DE", "FR", "PT", "PL", "US", "CA", "BR", "SG", "JP", "IN", "AU-NSW"]

print("# The python package holidays %s (MIT licence). Made by deploy/holidays/second_source.py." % holidays.__version__)
print("calendar,date,name")
for calendar in sorted(CALENDARS):
    country, _, part = calendar.partition("-")
    in_english = {"GB": "en_GB", "DE": "en_US", "FR": "en_US", "PT": "en_US", "PL": "en_US", "BR": "en_US", "JP": "en_US"}
    days = holidays.country_holidays(
        country, subdiv=part or None, years=range(2025, 2029), language=in_english.get(country)
    )
    for date, name in sorted(days.items()):
        print("%s,%s,%s" % (calendar, date, name.replace(",", " /").replace("; ", " / ")))
