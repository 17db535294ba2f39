"""The words that a made-up catalogue is written with, in English and in French.

Nothing here means anything; it only has the shape of the real thing: word lengths, accents,
punctuation. Pairs and tables are in the order (English, French).
"""

# A formatter would put each word on a line of its own.
# fmt: off

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """What a page of one language is made of."""

    code: str
    subjects: tuple[str, ...]
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    tails: tuple[str, ...]
    headings: tuple[str, ...]
    goals: tuple[str, ...]
    table_head: tuple[str, str, str]
    tasks: tuple[str, ...]
    link_phrases: tuple[str, ...]
    cluster_headings: tuple[str, str]
    milestones: tuple[str, ...]
    summary: str
    cluster_summary: str


ENGLISH = Language(
    code="en",
    subjects=(
        "The partner cities", "A group of five towns", "The lighthouse districts", "Public buyers",
        "The working group", "Most utilities", "The city council", "Local energy communities",
        "The follower cities", "Housing associations", "The regional agency", "Three universities",
        "Small and medium-sized firms", "The steering committee", "Citizens' panels",
        "The transport authority", "An independent jury", "The standards body",
        "Neighbourhood offices", "The first pilots",
    ),
    verbs=(
        "have agreed on", "prepared", "measured", "are testing", "published", "will compare",
        "asked for", "paid for", "have taken over", "discussed", "rely on", "were surprised by",
        "wrote down", "opened", "share", "have doubled", "still look for", "presented",
    ),
    objects=(
        "a common set of open interfaces", "the first tender for shared vehicles",
        "a register of public lampposts", "twelve indicators of energy use",
        "a map of roofs that suit solar panels", "the cost of one charging point",
        "an agreement on who owns the data", "sensors for air quality and noise",
        "a model contract for joint procurement", "a plan for deep retrofitting",
        "heat from the river and the sewers", "a guide for small municipalities",
        "the results of two winters", "a platform for urban data",
        "storage for a whole neighbourhood", "the rules of participatory budgeting",
        "a fund for the first investments", "tools for planning without paper",
        "a catalogue of tried solutions", "the timetable of the night buses",
    ),
    tails=(
        "before the end of the second year", "with help from the European Union",
        "although the budget was small", "in every district but one", "at a quarter of the cost",
        "because nobody had done it before", "together with the neighbouring towns",
        "for the third time since 2019", "without a single complaint",
        "and reported it to the assembly", "so that others can repeat it",
        "while the old system stayed in use", "as the charter demands",
        "after a public hearing in spring",
    ),
    headings=(
        "Why it matters", "What has been done", "Who takes part", "Costs and funding", "Results",
        "Open questions", "Next steps", "Data and standards", "Lessons learned", "Governance",
        "Scaling up", "Procurement", "Risks", "Timetable", "Monitoring", "Training",
        "Legal framework", "Communication", "Replication", "Evaluation",
    ),
    goals=(
        "Bring {topic} to a hundred cities by pooling demand and sharing what was learned",
        "Make {topic} affordable for towns of fewer than fifty thousand inhabitants",
        "Agree on open standards for {topic} and prove them in daily use",
        "Halve the time from the first plan to the first result in {topic}, with all who are "
        "concerned at the table, from the tenants to the grid operators and the regional banks",
        "Find out which models of {topic} work without subsidies",
        "Let five million people benefit from better {topic}",
    ),
    table_head=("Place", "Measure", "Share"),
    tasks=(
        "sign the memorandum", "choose the sites", "publish the tender", "train the installers",
        "collect a year of data", "compare with the baseline", "report to the partners",
        "hand over to operation",
    ),
    link_phrases=(
        "More on this is under {link}.", "It builds on {link}.", "Compare {link}.",
        "The method comes from {link}.", "A similar way was taken by {link}.",
    ),
    cluster_headings=("Goals", "How to take part"),
    milestones=(
        "The partners sign the charter", "First pilot in operation", "Mid-term review published",
        "Second group of cities joins", "Tender awarded", "Half of the target reached",
    ),
    summary="An initiative on {topic}, led by cities and open to all who want to join.",
    cluster_summary="Brings cities, industry and citizens together around {topic}.",
)

FRENCH = Language(
    code="fr",
    subjects=(
        "Les villes partenaires", "Un groupe de cinq communes", "Les quartiers phares",
        "Les acheteurs publics", "Le groupe de travail", "La plupart des régies",
        "Le conseil municipal", "Les communautés d’énergie", "Les villes suiveuses",
        "Les bailleurs sociaux", "L’agence régionale", "Trois universités",
        "Les petites et moyennes entreprises", "Le comité de pilotage", "L’autorité de transport",
        "Un jury indépendant",
    ),
    verbs=(
        "ont adopté", "préparent", "ont mesuré", "mettent à l’épreuve", "publient", "vont comparer",
        "demandent", "ont financé", "ont repris", "examinent", "partagent", "cherchent encore",
    ),
    objects=(
        "un ensemble commun d’interfaces ouvertes", "le premier appel d’offres groupé",
        "un registre des candélabres publics", "douze indicateurs de consommation",
        "une carte des toits propices au solaire", "le coût d’une borne de recharge",
        "un accord sur la propriété des données", "des capteurs de bruit et de qualité de l’air",
        "un modèle de contrat", "un plan de rénovation énergétique",
        "la chaleur du fleuve et des égouts", "un guide pour les petites communes",
        "les résultats de deux hivers", "une plateforme de données urbaines",
    ),
    tails=(
        "avant la fin de la deuxième année", "avec l’aide de l’Union européenne",
        "malgré un budget réduit", "dans tous les quartiers sauf un", "au quart du coût",
        "avec les communes voisines", "pour la troisième fois depuis 2019",
        "sans une seule plainte", "pour que d’autres puissent le refaire",
        "après une audience publique au printemps",
    ),
    headings=(
        "Pourquoi c’est important", "Ce qui a été fait", "Participants", "Coûts et financement",
        "Résultats", "Questions ouvertes", "Prochaines étapes", "Données et normes",
        "Leçons retenues", "Gouvernance", "Passage à l’échelle", "Marchés publics", "Risques",
        "Calendrier", "Suivi", "Formation", "Cadre juridique", "Communication",
    ),
    goals=(
        "Étendre {topic} à cent villes en groupant la demande et en partageant l’expérience",
        "Rendre {topic} abordable pour les communes de moins de cinquante mille habitants",
        "Convenir de normes ouvertes pour {topic} et les éprouver au quotidien",
        "Trouver quels modèles de {topic} fonctionnent sans subventions",
    ),
    table_head=("Lieu", "Mesure", "Part"),
    tasks=(
        "signer le protocole", "choisir les sites", "publier l’appel d’offres",
        "former les installateurs", "recueillir un an de données", "rendre compte",
    ),
    link_phrases=(
        "Voir aussi {link}.", "Le travail s’appuie sur {link}.", "À comparer avec {link}.",
    ),
    cluster_headings=("Objectifs", "Comment participer"),
    milestones=(
        "Les partenaires signent la charte", "Premier pilote en service", "Bilan publié",
        "Un deuxième groupe de villes rejoint l’initiative", "Marché attribué",
        "La moitié de la cible est atteinte",
    ),
    summary="Une initiative sur {topic}, menée par des villes et ouverte à tous.",
    cluster_summary="Réunit villes, entreprises et citoyens autour du thème suivant : {topic}.",
)

# A title is one of each and a city: "Shared Heat Networks for Harbour Districts, Brno";
# in French "Projet partagé : réseau de chaleur pour les quartiers portuaires, Brno".
TITLE_ADJECTIVES = (
    ("Shared", "partagé"), ("Open", "ouvert"), ("Smart", "intelligent"), ("Public", "public"),
    ("Local", "local"), ("Clean", "propre"), ("Quiet", "silencieux"), ("Common", "commun"),
    ("Green", "vert"), ("Low-Carbon", "sobre en carbone"), ("Circular", "circulaire"),
    ("Affordable", "abordable"), ("Accessible", "accessible"), ("Regional", "régional"),
    ("Solar", "solaire"), ("Digital", "numérique"), ("Humble", "humble"), ("Joint", "conjoint"),
    ("Safe", "sûr"), ("Resilient", "résilient"), ("Flexible", "flexible"), ("Rural", "rural"),
    ("Early", "précoce"), ("Integrated", "intégré"), ("Positive", "positif"),
    ("Modular", "modulaire"), ("Efficient", "efficace"), ("Interoperable", "interopérable"),
    ("Transparent", "transparent"), ("Cooperative", "coopératif"),
)
TITLE_NOUNS = (
    ("Heat Networks", "réseau de chaleur"), ("Lampposts", "éclairage"),
    ("Data Platforms", "plateforme de données"), ("Charging Points", "réseau de recharge"),
    ("Retrofitting", "programme de rénovation"), ("Air Sensors", "réseau de capteurs"),
    ("Cargo Bikes", "parc de vélos-cargos"), ("Energy Blocks", "îlot énergétique"),
    ("Parking", "stationnement"), ("Night Buses", "bus de nuit"), ("Waste Logistics", "recyclage"),
    ("Rooftops", "plan de toitures"), ("Water Meters", "comptage de l’eau"),
    ("Budgeting", "budget participatif"), ("Procurement", "groupement d’achat"),
    ("Flood Models", "modèle de crue"), ("Microgrids", "microréseau"),
    ("Schoolyards", "espace scolaire"), ("Mobility Hubs", "pôle de mobilité"),
    ("Digital Twins", "jumeau numérique"), ("Street Trees", "boisement"),
    ("Heat Pumps", "parc de pompes à chaleur"), ("Ferries", "transport fluvial"),
    ("Markets", "marché de quartier"), ("Libraries", "réseau de lecture"),
    ("Workshops", "atelier urbain"), ("Battery Storage", "stockage"), ("Kiosks", "kiosque"),
    ("Crossings", "passage protégé"), ("Playgrounds", "jardin d’enfants"),
)
TITLE_PLACES = (
    ("for Harbour Districts", "pour les quartiers portuaires"),
    ("in Mountain Towns", "dans les villes de montagne"),
    ("for Old Towns", "pour les vieilles villes"), ("on Islands", "sur les îles"),
    ("for Suburbs", "pour les banlieues"),
    ("in University Cities", "dans les villes universitaires"),
    ("for Industrial Estates", "pour les zones industrielles"), ("along Rivers", "au fil de l’eau"),
    ("for Railway Stations", "pour les gares"), ("in Social Housing", "dans le logement social"),
    ("for Hospitals", "pour les hôpitaux"), ("in Coal Regions", "dans les bassins miniers"),
    ("for Tourist Towns", "pour les villes touristiques"), ("at Borders", "aux frontières"),
    ("for Small Giants", "pour les petits géants"), ("in Capital Cities", "dans les capitales"),
    ("for Village Centres", "pour les centres de village"), ("near Airports", "près des aéroports"),
    ("for Business Parks", "pour les parcs d’activités"),
    ("in New Towns", "dans les villes nouvelles"), ("for Campuses", "pour les campus"),
    ("under Bridges", "sous les ponts"), ("for Ring Roads", "pour les périphériques"),
    ("in Spa Towns", "dans les villes d’eaux"), ("for Canals", "pour les canaux"),
    ("in Car-Free Streets", "dans les rues sans voitures"),
    ("for Fairgrounds", "pour les parcs d’expositions"),
    ("in Garden Cities", "dans les cités-jardins"), ("for Waterfronts", "pour les fronts de mer"),
    ("in Twin Cities", "dans les villes jumelles"),
)

# Slug, titles, in the order of their weight.
CLUSTERS = (
    ("buildings-and-districts", "Buildings and Districts", "Bâtiments et quartiers"),
    ("business-and-funding", "Business and Funding", "Modèles économiques et financement"),
    ("citizens-first", "Citizens First", "Les citoyens d’abord"),
    ("circular-economy", "Circular Economy", "Économie circulaire"),
    ("climate-adaptation", "Climate Adaptation", "Adaptation au climat"),
    ("energy-systems", "Energy Systems", "Systèmes énergétiques"),
    ("health-and-safety", "Health and Safety", "Santé et sécurité"),
    ("infrastructures", "Infrastructures", "Infrastructures"),
    ("open-data", "Open Data", "Données ouvertes"),
    ("planning-and-policy", "Planning and Policy", "Planification et politiques"),
    ("tourism-and-culture", "Tourism and Culture", "Tourisme et culture"),
    ("urban-mobility", "Urban Mobility", "Mobilité urbaine"),
)

TOPICS = (
    "Accessibility", "Air quality", "Artificial intelligence", "Batteries", "Buildings",
    "Car sharing", "Charging", "Citizen engagement", "Cooling", "Cybersecurity", "Cycling",
    "Digital twins", "District heating", "Education", "Electromobility", "Energy efficiency",
    "Financing", "Flooding", "Food", "Governance", "Green areas", "Housing", "Interoperability",
    "Lighting", "Logistics", "Noise", "Open source", "Parking", "Ports", "Privacy", "Procurement",
    "Public transport", "Regulation", "Renewable energy", "Retrofitting", "Smaller cities",
    "Standards", "Urban data", "Waste", "Water",
)
COUNTRIES = (
    "AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
    "IS", "IT", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
)
CITIES = (
    "Århus", "Bilbao", "Brno", "Burgas", "Cork", "Córdoba", "Dresden", "Eindhoven", "Evora",
    "Florence", "Gdańsk", "Ghent", "Göteborg", "Graz", "Groningen", "Kaunas", "Kozani", "Liège",
    "Ljubljana", "Lyon", "Malmö", "Maribor", "Montpellier", "Oulu", "Parma", "Plovdiv", "Porto",
    "Rijeka", "Tampere", "Tartu", "Timișoara", "Trondheim", "Turku", "Umeå", "Valencia", "Zürich",
)
ROLES = ("Coordinator", "Lighthouse city", "Follower city", "Technology partner", "Observer")
PROGRAMMES = ("Horizon 2020", "Horizon Europe", "Interreg", "LIFE", "Digital Europe")
DOCUMENT_KINDS = ("Overview", "Action plan", "Guide", "Report", "Study", "Minutes", "Data sheet")
UNITS = (
    ("smart lampposts", "lampadaires"), ("households", "ménages"), ("charging points", "bornes"),
    ("buildings", "bâtiments"), ("citizens", "citoyens"),
)
