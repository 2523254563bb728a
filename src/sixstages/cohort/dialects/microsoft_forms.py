"""Microsoft Forms: when it was begun and ended, by whom; a semicolon behind each pick, points beside a quiz."""

from sixstages.cohort.dialects import Dialect

DIALECT = Dialect(
    name="microsoft-forms",
    title="Microsoft Forms",
    enough=2,
    marks=(
        "Start time", "Completion time", "Last modified time", "प्रारंभ समय", "पूर्ण होने का समय", "Hora de início",
        "Hora de conclusão", "Hora da última modificação", "শুরুর সময়", "সমাপ্তির সময়", "Час початку",
        "Час завершення",
        "Час останньої зміни", "Hora de inicio", "Hora de finalización", "Heure de début", "Heure de fin", "Startzeit",
        "Fertigstellungszeit", "Ora di inizio", "Ora di completamento", "Время начала", "Время выполнения",
    ),
    own=(
        "ID", "Id", "Email", "Name", "Language", "Total points", "Quiz feedback", "Grade posted time", "ईमेल",
        "नाम", "भाषा",
        "Nome", "Idioma", "Total de pontos", "Comentários do questionário", "Comentários do teste",
        "Hora de publicação da nota", "ইমেল", "ইমেইল", "নাম", "ভাষা", "Barua pepe", "Jina", "Lugha",
        "Електронна пошта", "Ім'я",
        "Мова", "Correo electrónico", "Nombre", "Adresse de messagerie", "Nom", "E-Mail",
    ),
    own_forms=(r"(points|feedback|pontos|comentários|puntos|comentarios|points|commentaires|punkte|бали|відгук) - .+",),
)  # fmt: skip
