"""Validates a list with pandas and phonenumbers: numbers, lengths, gender, duplicates.

`python validate_with_pandas.py FILE TIMES` prints a name, a tab, and the median in milliseconds.
"""

import statistics
import sys
import time

import pandas
import phonenumbers

LONGEST = {"Customer": 64, "Platform": 20, "Comments": 64}


def mobile(text):
    try:
        number = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException:
        return None, "not_a_number"
    if not phonenumbers.is_possible_number(number):
        return None, "not_a_number"
    problem = None if phonenumbers.is_valid_number(number) else "unassigned"
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), problem


def validate(path):
    leads = pandas.read_csv(path, dtype=str, keep_default_na=False)
    text = leads["Mobile"].str.replace("[\u200e\u200f\u202a-\u202e\u200b]", "", regex=True)
    text = text.str.strip().str.replace(r"\.0$", "", regex=True)
    validated = [mobile(cell) for cell in text]
    leads["mobile"] = [number for number, _ in validated]
    leads["problem"] = [problem for _, problem in validated]
    leads.loc[text.str.match(r"^\d[.,]\d+[eE]\+?\d+$"), "problem"] = "exponent_form"
    leads.loc[text == "", "problem"] = "missing"
    for field, longest in LONGEST.items():
        leads[field + " too long"] = leads[field].str.strip().str.len() > longest
    leads["gender problem"] = ~leads["Gender"].str.strip().str.lower().isin(["", "male", "female"])
    leads["duplicate"] = leads["mobile"].notna() & leads["mobile"].duplicated()
    return leads


def main():
    path, times = sys.argv[1], int(sys.argv[2])
    took = []
    for _ in range(times + 1):
        start = time.perf_counter()
        leads = validate(path)
        took.append((time.perf_counter() - start) * 1000)
        assert len(leads) == 10000
    print(f"pandas-10000\t{statistics.median(took[1:]):.2f}")


main()
