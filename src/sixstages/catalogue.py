"""Every problem the program can name: its code, what is wrong and what to do.

Codes are never reused. Classes: `Y0xx` YAML, encoding and files, `S1xx` schema, `X2xx` references, `L3xx` logic,
`T4xx` translations, `G5xx` golden cases, `A6xx` answers files, `C7xx` tables, `U9xx` use of the program.
In the words, `{braces}` are filled in where the problem is found.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Entry(NamedTuple):
    """The words of one problem."""

    message: str
    remedy: str
    severity: Literal["error", "warning"] = "error"


class Meaning(NamedTuple):
    """What a message of the YAML parser means, and whether to look at the beginning of what it was reading."""

    said: str
    why: str
    from_beginning: bool = False


CATALOGUE = {
    "Y001": Entry("The file can't be read: {why}.", "Check the path, and that you may read the file."),
    "Y002": Entry("This is {kind}, and not a file to read or write.", "Name a file."),
    "Y003": Entry("The file is larger than {size}.", "Check that it is the file you meant; none of ours is that long."),
    "Y004": Entry("The byte {byte} can't be read as UTF-8.", "Save the file as UTF-8 in your editor."),
    "Y005": Entry("The control character {character} stands in the file.", "Delete it; it can't be seen."),
    "Y006": Entry(
        "The invisible character {character} turns the direction of the text around.",
        "Delete it; letters of scripts written from right to left need none.",
    ),
    "Y007": Entry("The text holds the character {character}, which can't be shown.", "Take it out of the text."),
    "Y008": Entry(
        "The YAML can't be read from here on: {why}.", "Mend this first; what stands below it was not looked at."
    ),
    "Y009": Entry("A tab stands where YAML allows only spaces.", "Indent with spaces: use spaces instead of each tab."),
    "Y010": Entry("Lists and mappings stand inside each other more than {number} deep.", "Check the brackets."),
    "Y011": Entry("The file holds more than {number} values.", "Check that it is the file you meant."),
    "Y012": Entry("The key '{key}' stands here a second time.", "Keep one of the two."),
    "Y013": Entry("Anchors (&name) are not read here.", "Write the value out; a text that begins with & needs quotes."),
    "Y014": Entry(
        "Aliases such as {alias} are not read here.", "Write the value out; a text that begins with * needs quotes."
    ),
    "Y015": Entry("Merge keys (<<) are not read here.", "Write the keys out."),
    "Y016": Entry("Tags (!name) are not read here.", "Leave it out; a text that begins with ! needs quotes."),
    "Y017": Entry(
        "A second document begins in this file; expected a mapping and nothing else.",
        "Put it in a file of its own, or delete the line with --- or ... in front of it.",
    ),
    "Y018": Entry("A list or mapping stands as a key; expected a text.", "Put quotes around it, or mend the brackets."),
    "Y019": Entry("The file is {kind}; expected a mapping.", "Begin the first line with a key, a colon and a space."),
    "Y020": Entry("There are more problems than these {number}.", "Mend these, then look again."),
    "Y021": Entry(
        "The folder of the rubric can't be found.",
        "Name a folder that holds stages.yaml and questions.yaml.",
    ),
    "Y022": Entry("The file can't be written: {why}.", "Check the path, the space left, and that you may write there."),
    "S101": Entry("'{key}' is missing here.", "Add a line that begins with `{key}:`."),
    "S102": Entry("'{key}' is not a key that is known here.", "{hint}"),
    "S103": Entry("Expected a mapping.", "Write keys with values here, each as `key: value`."),
    "S104": Entry("Expected a list.", "Write the items on lines that begin with `- `, or between [ and ]."),
    "S105": Entry("Expected a single text.", "Write one text here, without a list or keys of its own."),
    "S106": Entry("The text is empty.", "Write the text, or take its key out if it may be left out."),
    "S107": Entry("'{value}' is not written as it has to be here.", "{form}"),
    "S108": Entry("'{value}' is not one of the words expected here.", "{hint}"),
    "S109": Entry("'{value}' is not a whole number from 1 to 1000.", "Write it in digits, such as 3."),
    "S110": Entry("There are too few items here; expected {least} or more.", "Add what is missing."),
    "S111": Entry("This id is longer than 60 letters.", "Choose a shorter one."),
    "S112": Entry("'{value}' is a word with a meaning of its own, and can't be an id.", "Choose another word."),
    "S113": Entry("'{value}' is neither true nor false.", "Write true or false."),
    "S114": Entry(
        "Expected a condition.",
        "Write a question with the options that fulfil it, such as `rhythm: [weekly, daily]`, or a list of such lines.",
    ),
    "S115": Entry(
        "Expected one operator.",
        "Write none_of, at_least, at_most or all_of; or count or fewer_than, with the options under `of` beside it.",
    ),
    "S116": Entry(
        "This operator takes one option.", "Name the lowest, or for at_most the highest, option that counts."
    ),
    "S117": Entry("Hardly anything in this file fits.", "Check that it is the file you meant."),
    "S118": Entry("Expected one text, or a list of texts.", "Write it as `key: text`, or as `key: [text, text]`."),
    "S119": Entry(
        "Expected a translation.", 'Write the digest of the text and the translation, such as `[abcdef, "…"]`.'
    ),
    "S121": Entry(
        "This comment allows nothing: it has to name one problem and to say why.",
        "Write it as `# check: allow {code} because …`, one comment for each problem.",
    ),
    "S122": Entry("'{code}' is not a problem that can be allowed.", "{hint}"),
    "S123": Entry("This allows {code}, and no {code} here needs it.", "Delete the comment."),
    "X201": Entry("The {kind} id '{id}' is given a second time.", "Choose another id for one of the two."),
    "X202": Entry("There is no question '{question}'.", "{hint}"),
    "X203": Entry("The question '{question}' has no option '{option}'.", "{hint}"),
    "X204": Entry(
        "The question '{question}' comes no earlier than this one.",
        "Ask by a question that stands above this one, or move that one up.",
    ),
    "X205": Entry(
        "{operator} needs a scale, and the question '{question}' is not ordered.",
        "Name the options that count, or write `ordered: true` if its options go from least to most adopted.",
    ),
    "X206": Entry(
        "{operator} is for several picks, and the question '{question}' takes one.", "Name the options that count."
    ),
    "X207": Entry("This rule has no sign '{sign}'.", "{hint}"),
    "X208": Entry("The sign '{sign}' already stands in a part of this rule.", "Leave it in one place."),
    "X209": Entry("The rule needs {needs} signs and has {number}.", "Lower `needs`, or add signs."),
    "X210": Entry("There is no source '{source}'.", "{hint}"),
    "X211": Entry(
        "The first stage can't have a gate: every business stands there to begin with.", "Take the gate out."
    ),
    "X212": Entry(
        "The stage '{stage}' has no gate.", "Add a gate: `needs` and `signs`; only the first stage has none."
    ),
    "X213": Entry("No question opens the interview.", "Write `opening: true` at the question that is asked first."),
    "X214": Entry("A second question opens the interview.", "Leave `opening: true` at one question."),
    "X215": Entry("The opening question can't have an `ask_if`: it is always asked.", "Take its `ask_if` out."),
    "X216": Entry("The question has options of its own and an answer set.", "Keep one of the two."),
    "X217": Entry("There is no answer set '{set}'.", "{hint}"),
    "X218": Entry("The question '{question}' has fewer than two options.", "Write two or more under `options`."),
    "X219": Entry(
        "The question '{question}' leaves no answer to someone who picks nothing.",
        "Add an option such as none of these, with `alone: true`.",
    ),
    "X220": Entry(
        "The option '{option}' is `alone`, and in '{question}' only one can be picked anyway.",
        "Take `alone` out, or write `pick: many`.",
    ),
    "X221": Entry(
        "The question '{question}' takes several picks and can't be ordered.", "Take `ordered` out, or `pick: many`."
    ),
    "X222": Entry("The option '{option}' stands here a second time.", "Keep one of the two."),
    "X223": Entry(
        "More than {number} `ask_if`s stand behind each other here.", "Ask by a question that is asked earlier."
    ),
    "X224": Entry(
        "The option '{option}' can't take free text.",
        "Keep `other: true` at one option of a question without an order, and not at an `alone` one.",
    ),
    "L301": Entry(
        "No answers reach the stage '{stage}'.", "Ask less of its gate or of one below, or more of the next one above."
    ),
    "L302": Entry("No answers make '{finding}' hold.", "Ask less of it, or look at its signs."),
    "L303": Entry("'{finding}' holds whatever is answered.", "Ask more of it, or look at its signs."),
    "L304": Entry("The gate of '{stage}' holds whatever is answered.", "Ask more of it, or look at its signs."),
    "L305": Entry("No answers show the sign '{sign}'.", "Look at what its `when` asks, and at who is asked that."),
    "L306": Entry("The sign '{sign}' shows whatever is answered.", "Look at what its `when` asks."),
    "L307": Entry(
        "No answers fulfil this alternative.", "Take it out, or look at when each of its questions is asked.", "warning"
    ),
    "L308": Entry("The answer to '{question}' changes no stage and no finding.", "Read it in a sign, or don't ask it."),
    "L309": Entry(
        "In '{question}' it makes no difference whether '{option}' is picked.",
        "Name it in a condition, or take it out.",
        "warning",
    ),
    "L310": Entry("The question '{question}' is never asked.", "Look at what its `ask_if` asks."),
    "L311": Entry("The question '{question}' is asked whatever is answered.", "Take its `ask_if` out.", "warning"),
    "L312": Entry(
        "A better answer to '{question}' can lose this sign of a gate, and so a stage.",
        "Write it so that what is true for an answer is true for every better one: {how}.",
    ),
    "L313": Entry(
        "A gate reads '{question}', whose options have no order.",
        "Order its options and write `ordered: true`, or make it `pick: many`, or read another question.",
    ),
    "L314": Entry(
        "A better answer to '{question}' can rule out '{asked}', which a gate reads, and so lose a stage.",
        "Write it so that what is true for an answer is true for every better one: {how}.",
    ),
    "L315": Entry("The gates of '{stage}' and of '{below}' can't hold together.", "Ask less of one of the two."),
    "L316": Entry(
        "The gate needs {needs} of {number} signs: {what}.",
        "Let it need more than half of its signs and fewer than all, best of five or more.",
        "warning",
    ),
    "L318": Entry(
        "The part '{part}' rests on the sign '{sign}' alone: one careless answer closes the gate.",
        "Offer two signs or more.",
        "warning",
    ),
    "L319": Entry(
        "One answer to '{question}' closes the gate of '{stage}', because it keeps others from being asked.",
        "Give the `ask_if`s of these a second way in: {others}.",
        "warning",
    ),
    "L320": Entry(
        "'{question}' is read by {number} gates: one answer moves too much.",
        "Let two gates read it at most.",
        "warning",
    ),
    "L321": Entry(
        "'{question}' is read by {number} findings: one answer brings a flood of advice.",
        "Let three findings read it at most.",
        "warning",
    ),
    "L322": Entry(
        "'{finding}' and '{other}' hold together in {share} of the sheets in which one of them holds.",
        "Let them read different things, or make one of the two.",
        "warning",
    ),
    "L323": Entry(
        "One answer to '{question}' is enough to make {what} hold.",
        "Let it need more signs, or let the signs read different questions.",
        "warning",
    ),
    "L324": Entry(
        "The signs '{sign}' and '{other}' always show together, so that one fact counts twice.",
        "Keep one of the two, or let them read different things.",
        "warning",
    ),
    "L325": Entry(
        "'{question}' changed its meaning in version {changed}, and the rubric is at version {version}.",
        "Raise the version of the rubric, or mend `changed_in`.",
    ),
    "L326": Entry("The same text stands here a second time.", "Tell the two apart.", "warning"),
    "L327": Entry("No question uses the answer set '{set}'.", "Take it out, or use it.", "warning"),
    "L328": Entry("Nothing names the source '{source}'.", "Take it out, or name it where it is drawn on.", "warning"),
    "L329": Entry(
        "Every answer to '{question}' passes this test.", "Take it out, or name the options that count.", "warning"
    ),
    "L399": Entry(
        "Not proved: {rule} would take too long here.",
        "Let rules read fewer questions, or questions have fewer options; what was not proved may or may not hold.",
        "warning",
    ),
    "T401": Entry("'{key}' is not translated; it says “{text}”.", 'Add the line `{key}: [{digest}, "…"]`.'),
    "T402": Entry(
        "The text of '{key}' has changed since it was translated; it says “{text}”.",
        "See whether the translation still says the same, then put {digest} in front of it.",
    ),
    "T403": Entry("The rubric has no text '{key}' to translate.", "{hint}"),
    "T404": Entry("'{key}' still stands here as it does in the rubric.", "Translate it."),
    "T405": Entry("In '{key}' the parts in braces differ from those of the text.", "{hint}"),
    "T406": Entry(
        "The file '{name}' says that its language is '{language}'.",
        "Give it the name {language}.yaml, or mend the language.",
    ),
    "T407": Entry(
        "This is passed over: a translation is named for its language, such as pt.yaml.",
        "Rename it, or move it elsewhere.",
        "warning",
    ),
    "T408": Entry("The file's language '{language}' is the rubric's own.", "Delete the file, or mend its language."),
    "G501": Entry("No case stands at the stage '{stage}'.", "Add an answers file to `cases` that expects it."),
    "G502": Entry("There is no case in which the gate of '{stage}' fails.", "Add one to `cases`."),
    "G503": Entry("No case expects '{finding}' to hold.", "Name it under `holds` in a case.", "warning"),
    "G504": Entry("No case expects '{finding}' to be absent.", "Name it under `absent` in a case.", "warning"),
    "G505": Entry("The case expects the stage '{expected}' and gets '{found}'.", "Mend the rubric, or the case."),
    "G506": Entry("The case expects to be {expected} and is {found}.", "Mend the rubric, or the case."),
    "G507": Entry("The case expects '{finding}' to hold, and it is {found}.", "Mend the rubric, or the case."),
    "G508": Entry("The case expects '{finding}' to be absent, and it holds.", "Mend the rubric, or the case."),
    "G509": Entry("The case does not say which stage it must get.", "Say it, such as `expect: {{stage: {stage}}}`."),
    "G510": Entry(
        "The rubric has no cases.", "Put answers files into a folder `cases`, and `expect` into each.", "warning"
    ),
    "G511": Entry(
        "The case says nothing of '{question}', which is asked.",
        "Answer it, with `dont-know` if that is what the case is about.",
        "warning",
    ),
    "G512": Entry(
        "This is passed over: the name of a case ends in .yaml, .yml or .json.",
        "Rename it, or move it elsewhere.",
        "warning",
    ),
    "G513": Entry("The case has already said what it expects of '{finding}'.", "Keep one of the two."),
    "A601": Entry(
        "These answers are for the rubric '{other}', and this is '{rubric}'.",
        "Give the folder of that rubric with --rubric.",
    ),
    "A602": Entry(
        "These answers are for version {other} of the rubric, and this is version {version}. {unfit}",
        "Answer again what no longer fits.",
        "warning",
    ),
    "A603": Entry("There is no question '{question}'.", "{hint}"),
    "A604": Entry("The question '{question}' has no option '{option}'.", "{hint}"),
    "A605": Entry("The question '{question}' takes one answer, and here are {what}.", "Keep one."),
    "A606": Entry("'{what}' can't go together with another answer.", "Keep it alone, or take it out."),
    "A607": Entry("'{what}' is picked twice.", "Keep one of the two."),
    "A608": Entry("The list is empty.", "Name an option, or leave the whole line out."),
    "A609": Entry("The opening question has to be answered.", "Choose from {what}."),
    "A610": Entry("'{id}' is not a stage.", "{hint}"),
    "A611": Entry("'{id}' is not a finding.", "{hint}"),
    "A612": Entry("There is no language '{id}'.", "{hint}"),
    "A613": Entry("'{time}' is not a date.", "Write year, month and day, such as 2026-11-22."),
    "A614": Entry("'{time}' is not a time.", "Write date and time, such as 2026-11-22T10:04:00Z."),
    "A615": Entry(
        "The question '{question}' is answered twice, once under an id it had before.", "Keep one of the two."
    ),
    "A616": Entry("What '{question}' asks has changed since.", "Answer it again.", "warning"),
    "A690": Entry(
        "The question '{question}' does not apply; its answer is not used.",
        "Take it out, or look at the answers before it.",
        "warning",
    ),
    "A691": Entry("There is no definite answer.", "Answer some questions first.", "warning"),
    "C701": Entry(
        "Nothing stands at the beginning of this file.", "Check that it is the file you meant, or save the table again."
    ),
    "C702": Entry("The table has a header and no rows below it.", "Check that it is the file you meant."),
    "C703": Entry(
        "This is {kind}, and not a table in CSV or Parquet.",
        "Open it in the program that it belongs to, and save or export the table as CSV.",
    ),
    "C704": Entry(
        "Row {row} holds a zero byte, as no text does: this is not a table, or it is damaged.",
        "Save or export the table again, as CSV.",
    ),
    "C705": Entry(
        "A quotation mark is opened in row {row} and not closed where it should be.",
        "Look for the mark in that row and close it, or export the table again.",
    ),
    "C706": Entry(
        "Row {row} is too long for the row of a table.",
        "Check that the file is a table in CSV, with a line for each row.",
    ),
    "C707": Entry(
        "The table has {number} columns; more than {most} are not read.",
        "Delete the columns that hold no answers, and save it as CSV.",
    ),
    "C708": Entry(
        "The Parquet file can't be read; it is damaged or not complete.", "Write it again, or save the table as CSV."
    ),
    "C709": Entry(
        "The column '{column}' holds no texts, numbers or dates, and is taken for blank.",
        "Write it as text if it holds answers.",
        "warning",
    ),
    "C710": Entry("No answers files are in this folder.", "Name a folder with files that end in .yaml, .yml or .json."),
    "C720": Entry(
        "The column '{header}' answers '{what}', as another column does.",
        "Keep one of the two, or name the other under `ignore` in a mapping file (--mapping).",
    ),
    "C721": Entry(
        "No column of the table answers a question.",
        "Head each column with the id or the whole text of a question, "
        "or say in a mapping file (--mapping) which question it answers.",
    ),
    "C722": Entry("The table has no column '{header}'.", "{hint}"),
    "C723": Entry(
        "No column of the table answers '{question}', on which all other questions depend.",
        "Add that column; if it is there under another name, say so in a mapping file (--mapping).",
        "warning",
    ),
    "C724": Entry("'{text}' is given a meaning a second time here.", "Keep one of the two."),
    "C725": Entry(
        "'{header}' stands above more than one column of the table.", "Give each column a name of its own in the table."
    ),
    "C750": Entry(
        "The column that is to make the groups holds more than {most} different values.",
        "Name a column with fewer, such as the country or the year.",
    ),
    "U901": Entry(
        "Another interview has this file open.",
        "Go on in the window where it runs, or end it there with q; then run the same command again.",
    ),
    "U902": Entry(
        "These answers are of '{name}', and those in another file of '{other}'.",
        "Compare the files of one business. If it is the same one, write its name alike in both files.",
    ),
    "U903": Entry(
        "These answers are for the rubric '{rubric}', and those in another file for '{other}'.",
        "Compare files that are for the same rubric.",
    ),
    "U904": Entry(
        "The command `cohort` needs libraries that are not installed: {libraries}.",
        'Install them with `pip install "sixstages[cohort]"`, then run the same command again.',
    ),
}

QUOTE_LEFT_OPEN = "this quote is opened, and closed by one on a later line; the quote that should close it is missing"
"""What it means when something follows a text in quotes that goes on over the end of a line."""

SYNTAX = (
    Meaning("found unexpected end of stream", "this quote is opened and never closed", from_beginning=True),
    Meaning("found unexpected document", "this quote is opened and never closed", from_beginning=True),
    Meaning("flow sequence", "a list that begins with [ needs commas between its items and a ] at its end"),
    Meaning("flow mapping", "a mapping that begins with { needs commas between its entries and a } at its end"),
    Meaning("quoted", "a backslash between double quotes has a meaning of its own; use single quotes instead"),
    Meaning("mapping values", "no key can stand here; a text that holds a colon needs quotes"),
    Meaning("expected ':'", "this line has no colon with a space behind a key", from_beginning=True),
    Meaning("entries are not allowed", "a list begins on a line of its own, below its key"),
    Meaning("any token", "a text that begins with this character needs quotes"),
    Meaning("scanning an a", "a text that begins with & or * needs quotes"),
    Meaning("node content", "a text that begins with this character needs quotes"),
    Meaning("directive", "a text that begins with % needs quotes"),
    Meaning("block scalar", "after | or > nothing else stands on the line, and the text below is indented by spaces"),
    Meaning("", "this does not fit the lines above; compare the spaces at their beginnings, and look at the quotes"),
)
"""The first whose words the parser's message holds; the last one fits every message."""
