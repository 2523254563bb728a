"""SurveyMonkey: two header rows, the question above and below it what the column is for; the cell is the label."""

from sixstages.cohort.dialects import Dialect

DIALECT = Dialect(
    name="surveymonkey",
    title="SurveyMonkey",
    marks=(
        "Respondent ID", "Collector ID", "ID do respondente", "ID do coletor", "Identificação do respondente",
        "ID респондента", "ID колектора", "ID del encuestado", "ID del recopilador", "ID du répondant",
        "ID du collecteur", "Teilnehmer-ID", "Collector-ID",
    ),
    own=(
        "Date Created", "Date Modified", "Start Date", "End Date", "StartDate", "EndDate", "IP Address",
        "Email Address",
        "First Name", "Last Name", "LastName", "Custom Data", "Custom Data 1", "Custom Value", "collector_id",
        "Data de criação", "Data de modificação", "Data de início", "Data de término", "Endereço IP",
        "Endereço de e-mail", "Nome", "Sobrenome", "Dados personalizados 1", "Дата створення", "Дата змінення",
        "IP-адреса", "Електронна пошта", "Ім'я", "Прізвище",
    ),
    own_forms=(r"custom (data|value) ?[0-9]*",),
    option_marks=("{question} / {option}",),
    option_columns=("{question} / {option}",),
    whole=(
        "Response", "Open-Ended Response", "Resposta", "Resposta aberta", "Відповідь", "Розгорнута відповідь",
        "Respuesta", "Respuesta abierta", "Réponse", "Réponse libre", "Antwort", "Offene Beantwortung", "Risposta",
        "Risposta a testo libero", "Ответ", "Произвольный ответ",
    ),
    picked=(),
    not_picked=(),
    header_rows=2,
)  # fmt: skip
