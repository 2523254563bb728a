"""LimeSurvey: codes or texts as headers, the option in brackets, `Y` or a yes in its column; `-oth-` for free text."""

from sixstages.cohort.dialects import Dialect

DIALECT = Dialect(
    name="limesurvey",
    title="LimeSurvey",
    marks=(
        "submitdate", "lastpage", "startlanguage", "Last page", "Start language", "Última página", "Idioma inicial",
        "Língua inicial", "Остання сторінка", "Початкова мова", "Мова початку", "Lenguaje inicial", "Dernière page",
        "Langue de départ", "Letzte Seite", "Start-Sprache",
    ),
    own=(
        "id", "seed", "token", "startdate", "datestamp", "ipaddr", "refurl", "interviewtime", "Response ID", "Seed",
        "Access code", "Token", "Date started", "Date last action", "IP address", "Referrer URL", "Total time",
        "ID da resposta", "Semente", "Código de acesso", "Data de início", "Data da última ação", "Endereço IP",
        "ID відповіді", "Ідентифікатор відповіді", "Насіння", "Зерно", "Код доступу", "Дата початку",
        "Дата останньої дії", "IP-адреса", "ID de respuesta", "Semilla", "ID de la réponse", "Antwort ID",
        "Zufallsstartwert", "Date submitted", "Data de envio", "Data de submissão", "Дата відправлення",
        "Дата надсилання", "Fecha de envío", "Date de soumission", "Datum Abgeschickt",
    ),
    own_forms=(r"group ?time.*", r"question time.*", r"\w+time"),
    blank=("N/A", "Н/Д", "N/D", "Não se aplica", "n. a.", "s. o."),
)  # fmt: skip
