"""LimeSurvey: codes or texts as headers, the option in brackets, `Y` or a yes in its column; `-oth-` for free text."""

from sixstages.cohort.dialects import Dialect

DIALECT = Dialect(
    name="limesurvey",
    marks=(
        "submitdate", "lastpage", "startlanguage", "Date submitted", "Last page", "Start language", "Data de envio",
        "Data de submissão", "Última página", "Idioma inicial", "Língua inicial", "Дата відправлення",
        "Дата надсилання",
        "Остання сторінка", "Початкова мова", "Мова початку", "Fecha de envío", "Lenguaje inicial",
        "Date de soumission", "Dernière page", "Langue de départ", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache",
    ),
    own=(
        "id", "seed", "token", "startdate", "datestamp", "ipaddr", "refurl", "interviewtime", "Response ID", "Seed",
        "Access code", "Token", "Date started", "Date last action", "IP address", "Referrer URL", "Total time",
        "ID da resposta", "Semente", "Código de acesso", "Data de início", "Data da última ação", "Endereço IP",
        "ID відповіді", "Ідентифікатор відповіді", "Насіння", "Зерно", "Код доступу", "Дата початку",
        "Дата останньої дії", "IP-адреса", "ID de respuesta", "Semilla", "ID de la réponse", "Antwort ID",
        "Zufallsstartwert",
    ),
    own_forms=(r"group ?time.*", r"question time.*", r"\w+time"),
    option_columns=("{question}[{option}]",),
    blank=("N/A", "Н/Д", "N/D", "Não se aplica", "n. a.", "s. o."),
)  # fmt: skip
