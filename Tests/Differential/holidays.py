#!/usr/bin/env python3
"""Compares the bank holidays that Answerable carries with those of the package govuk-bank-holidays.

Both come from GOV.UK, by different hands. Exits 1 and names each difference when they disagree on a date in
the years that our table covers. One is known: the package lacks Scotland's World Cup holiday of 15 June 2026,
proclaimed on 4 February 2026. When the package gains it, the exception here is out of date, which is a
difference too.
"""
import csv
import pathlib
import sys

from govuk_bank_holidays.bank_holidays import BankHolidays

ROOT = pathlib.Path(__file__).resolve().parents[2]
NATIONS = {
    "england_and_wales": BankHolidays.ENGLAND_AND_WALES,
    "scotland": BankHolidays.SCOTLAND,
    "northern_ireland": BankHolidays.NORTHERN_IRELAND,
}
ONLY_OURS = {("scotland", "2026-06-15", "yes")}

with open(ROOT / "Sources/BuiltIn/Data/holidays.csv", newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
ours = {(nation, row["date"], row[nation]) for row in rows for nation in NATIONS if row[nation]}
years = range(int(min(row["date"] for row in rows)[:4]), int(max(row["date"] for row in rows)[:4]) + 1)

package = BankHolidays(use_cached_holidays=True)
theirs = {
    (nation, day["date"].isoformat(), "substitute" if "ubstitute" in day["notes"] else "yes")
    for nation, division in NATIONS.items()
    for day in package.get_holidays(division=division)
    if day["date"].year in years
}

differences = [f"only ours: {entry}" for entry in sorted(ours - theirs - ONLY_OURS)]
differences += [f"only theirs: {entry}" for entry in sorted(theirs - ours)]
differences += [f"no longer only ours: {entry}" for entry in sorted(ONLY_OURS - (ours - theirs))]
for difference in differences:
    print(difference, file=sys.stderr)
print(
    f"{len(ours)} holidays of three nations, {years[0]} to {years[-1]}: "
    + (f"{len(differences)} differences" if differences else "as the package has them, but for 15 June 2026")
)
sys.exit(1 if differences else 0)
