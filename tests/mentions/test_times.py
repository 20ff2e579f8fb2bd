from __future__ import annotations

import pytest

from tests.mentions.reading import document, read
from tripoint.mentions import find
from tripoint.model import Dated, MentionKind
from tripoint.resources.parser import parse

TIME = MentionKind.TIME
WEDNESDAY = "2016-09-14"


def resolved(sentence: str, words: str, published: str | None = WEDNESDAY) -> tuple[str | None, str | None, str]:
    meant = read(sentence, published=published).meant(words, TIME)
    assert meant.time is not None
    return meant.time.start, meant.time.end, meant.time.precision


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("14 June 2015", "2015-06-14"),
        ("June 14, 2015", "2015-06-14"),
        ("June 14th, 2015", "2015-06-14"),
        ("the 14th of June 2015", "2015-06-14"),
        ("2015-06-14", "2015-06-14"),
        ("14.06.2015", "2015-06-14"),
        ("Sun 14 Jun 2015", "2015-06-14"),
    ],
)
def test_usual_orders_of_a_date_agree(words: str, day: str) -> None:
    found = read(f"The bridge fell on {words} near the hill.")
    meant = found.meant(words.removeprefix("the "), TIME)
    assert meant.time is not None and (meant.time.start, meant.time.end) == (day, day)


def test_a_month_of_a_year_needs_no_publication_date() -> None:
    assert resolved("It fell in October 2014.", "October 2014", None) == ("2014-10-01", "2014-10-31", "month")


def test_a_day_without_its_year_is_partial() -> None:
    meant = read("They met on August 9 again.").meant("August 9", TIME)
    assert meant.time is not None
    assert (meant.time.start, meant.time.partial, meant.time.precision) == (None, "--08-09", "unresolved")


def test_a_day_without_its_year_is_the_last_one_before_publication() -> None:
    assert resolved("They met on December 9 again.", "December 9")[0] == "2015-12-09"


def test_since_is_open_at_its_end_and_until_at_its_start() -> None:
    assert resolved("It was shut since 2013.", "since 2013") == ("2013-01-01", None, "open_end")
    assert resolved("It was open until last week.", "until last week") == (None, "2016-09-11", "open_start")


def test_a_weekday_is_the_last_one_up_to_publication() -> None:
    assert resolved("On Saturday they left.", "Saturday") == ("2016-09-10", "2016-09-10", "day")
    assert resolved("On Wednesday they left.", "Wednesday")[0] == WEDNESDAY


def test_a_weekday_that_is_planned_for_is_the_next_one() -> None:
    assert resolved("They will meet on Saturday.", "Saturday")[0] == "2016-09-17"


def test_a_misspelt_weekday_is_read_and_said_to_be() -> None:
    meant = read("On Thurday they left.", published=WEDNESDAY).meant("Thurday", TIME)
    assert meant.time is not None and meant.time.start == "2016-09-08"
    assert meant.time.rule == "weekday_misspelt"


def test_a_weekday_without_a_publication_date_stays_unresolved_with_the_reason() -> None:
    meant = read("On Sunday they left.").meant("Sunday", TIME)
    assert meant.time is not None and meant.time.start is None
    assert "needs a publication date" in meant.reasons[0].sentence


def test_a_publication_month_resolves_what_it_can() -> None:
    doc = document("Last month they left. On Sunday they came back.")
    doc = type(doc)(
        **{name: getattr(doc, name) for name in doc.__slots__}
        | {"published": Dated(start="2016-09-01", end="2016-09-30", precision="month")}
    )
    doc, sentences = next(iter(parse([doc])))
    times = [reading.time for reading in find(doc, sentences).readings if reading.time is not None]
    assert (times[0].start, times[0].end) == ("2016-08-01", "2016-08-31")
    assert times[1].start is None


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("yesterday", "2016-09-13", "2016-09-13"),
        ("today", "2016-09-14", "2016-09-14"),
        ("two days ago", "2016-09-12", "2016-09-12"),
        ("last week", "2016-09-05", "2016-09-11"),
        ("last month", "2016-08-01", "2016-08-31"),
        ("last year", "2015-01-01", "2015-12-31"),
        ("earlier this month", "2016-09-01", "2016-09-14"),
        ("almost a year ago", "2015-01-01", "2015-12-31"),
        ("a few weeks ago", "2016-08-08", "2016-09-04"),
    ],
)
def test_relative_times_lean_on_the_publication_day(words: str, start: str, end: str) -> None:
    assert resolved(f"They left the camp {words}.", words)[:2] == (start, end)


def test_ranges_of_days_are_one_time() -> None:
    assert resolved("It lasted from May 3 to May 9, 2015.", "from May 3 to May 9, 2015") == (
        "2015-05-03",
        "2015-05-09",
        "range",
    )
    assert resolved("It rained between 3 and 5 May.", "3 and 5 May")[:2] == ("2016-05-03", "2016-05-05")


def test_a_part_of_the_day_is_kept() -> None:
    assert resolved("They came in the evening of July 2.", "evening of July 2") == (
        "2016-07-02",
        "2016-07-02",
        "part_of_day",
    )


def test_seasons_and_thirds_of_a_year() -> None:
    assert resolved("It fell in the summer of 2014.", "summer of 2014")[:2] == ("2014-06-01", "2014-08-31")
    assert resolved("It fell in early 2014.", "early 2014")[0] == "2014-01-01"


def test_the_publication_date_is_never_a_filler() -> None:
    assert read("They left the camp.", published=WEDNESDAY).texts(TIME) == []


def test_the_verb_may_and_the_verb_march_are_no_months() -> None:
    assert read("They may march on the city.").texts(TIME) == []


@pytest.mark.parametrize(
    ("sentence", "words", "day"),
    [
        ("The envoy will land in Tripoli on Friday.", "Friday", "2016-09-16"),
        ("The envoy landed in Tripoli on Friday and will stay.", "Friday", "2016-09-09"),
        ("The governor said on Monday the road will open.", "Monday", "2016-09-12"),
        ("The convoy may leave as soon as Saturday.", "Saturday", "2016-09-17"),
        ("The judge extended the truce until Sunday.", "until Sunday", "2016-09-18"),
    ],
)
def test_the_verb_and_the_preposition_say_which_weekday_is_meant(sentence: str, words: str, day: str) -> None:
    start, end, _ = resolved(sentence, words)
    assert day in (start, end)


def test_a_date_without_its_year_is_the_nearest_when_no_verb_tells() -> None:
    assert resolved("The families await the October 2 deadline.", "October 2")[0] == "2016-10-02"
    assert resolved("The army stormed the hill on October 2.", "October 2")[0] == "2015-10-02"


def test_the_early_years_of_a_decade_are_that_decade() -> None:
    assert resolved("The dam was built in the early 1980s.", "early 1980s") == ("1980-01-01", "1989-12-31", "range")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("end of April", ("2016-04-21", "2016-04-30")),
        ("beginning of April", ("2016-04-01", "2016-04-10")),
        ("middle of April", ("2016-04-11", "2016-04-20")),
        ("last week of May", ("2016-05-25", "2016-05-31")),
        ("second week of May", ("2016-05-08", "2016-05-14")),
        ("first half of May", ("2016-05-01", "2016-05-15")),
        ("first day of May", ("2016-05-01", "2016-05-01")),
        ("last week of May 2014", ("2014-05-25", "2014-05-31")),
    ],
)
def test_a_portion_of_a_month_is_these_days_of_it(words: str, days: tuple[str, str]) -> None:
    assert resolved(f"The army took the bridge at the {words}.", words)[:2] == days


def test_by_a_weekday_is_past_where_its_own_verb_tells_what_was_done() -> None:
    assert resolved("Rebels took the bridge by Monday morning.", "by Monday morning")[1] == "2016-09-12"
    assert resolved("Rebels said they would leave the bridge by Monday.", "by Monday")[1] == "2016-09-19"
    assert resolved("Rebels demanded that they leave the bridge by Monday.", "by Monday")[1] == "2016-09-19"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Monday of last week", "2016-09-05"),
        ("Friday last week", "2016-09-09"),
        ("Monday night of this week", "2016-09-12"),
        ("12 October last year", "2015-10-12"),
    ],
)
def test_a_day_of_a_week_or_year_told_from_the_publication_is_that_day(words: str, day: str) -> None:
    assert resolved(f"The army took the bridge on {words}.", words)[:2] == (day, day)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("June of last year", ("2015-06-01", "2015-06-30")),
        ("May this year", ("2016-05-01", "2016-05-31")),
        ("three years ago this week", ("2013-09-09", "2013-09-15")),
        ("two years ago this month", ("2014-09-01", "2014-09-30")),
        ("three months ago today", ("2016-06-14", "2016-06-14")),
        ("two years ago to the day", ("2014-09-14", "2014-09-14")),
    ],
)
def test_a_stretch_within_a_year_told_from_the_publication_is_these_days_of_it(
    words: str, days: tuple[str, str]
) -> None:
    assert resolved(f"The army took the bridge in {words}.", words)[:2] == days


def test_not_before_a_day_is_that_day_at_the_earliest() -> None:
    found = resolved("The hill fell, but not before 12 September 2016.", "not before 12 September 2016")
    assert found == ("2016-09-12", None, "open_end")


def test_the_weekend_and_the_past_day_end_before_the_publication() -> None:
    assert resolved("They shelled the town at the weekend.", "weekend") == ("2016-09-10", "2016-09-11", "range")
    assert resolved("They beat back six attacks over the past day.", "past day") == ("2016-09-13", WEDNESDAY, "range")
