"""The headings under which spreadsheets and other systems keep what we call a lead.

Per role the better names first; a weaker group counts only where no better one is in the file.
Some roles are not fields yet: what `Name`, `Title`, `Subject`, `Status` and `Close Date` mean
depends on the columns beside them.
"""

from api.imports.reading.person_words import COMPANY_OF_A_PERSON, EMAIL, NAME_PART_WORDS, PHONE

LEAD_WORDS: dict[str, tuple[str, ...]] = {
    **NAME_PART_WORDS,
    "contact_name": (
        "contact|contact person|full name|person name|customer contact|primary contact"
        "|deal - contact person|lead contact|ansprechpartner|kontakt|kontaktperson|interlocuteur"
        "|contacto|persona de contacto",
        "person - name|associated contact|display name|main contact",
    ),
    "contact_email": EMAIL,
    "contact_phone": PHONE,
    "company": COMPANY_OF_A_PERSON,
    "name_of_somebody": ("name|lead name",),
    "title_or_salutation": ("titel|titre|título",),
    "topic": ("subject|betreff|objet|asunto",),
    "title": (
        "deal name|deal title|deal|opportunity name|opportunity title|opportunity|potential name"
        "|lead title|project|project name|topic|enquiry|inquiry|vorgang|projekt|affaire|proyecto"
        "|oportunidad|opportunité",
        "product|product name|produkt|produit|producto",
    ),
    "owner": (
        "deal owner|lead owner|opportunity owner|contact owner|record owner|potential owner"
        "|owner name|owner email|owner full name|sales rep|sales representative|sales agent"
        "|salesperson|sales person|rep|assigned to|assignee|assigned user|responsible"
        "|verantwortlich|besitzer|zuständig|betreuer|vertriebsmitarbeiter|propriétaire|commercial|responsable"
        "|propietario|vendedor|comercial",
        "account owner|company owner|account manager|agent",
    ),
    "stage": (
        "deal stage|opportunity stage|stage name|pipeline stage|sales stage|lead stage"
        "|current stage|phase|vertriebsphase|étape|etapa|fase",
    ),
    "status": ("status|lead status|deal status|opportunity status|sales status|statut|estado",),
    "source": (
        "lead source|deal source|opportunity source|original source|source of lead|lead origin"
        "|quelle|herkunft|leadquelle|origine|provenance|fuente|origen",
        "channel|kanal|canal|utm source|how did you hear about us",
    ),
    "value": (
        "amount|deal value|deal amount|opportunity amount|opportunity value|close value|lead value"
        "|estimated value|est value|est. revenue|estimated revenue|potential value|contract value"
        "|deal size|net amount|net value|budget|betrag|wert|auftragswert|auftragsvolumen|montant"
        "|valeur|importe|valor|monto",
        "expected revenue|total value|price|total|grand total",
    ),
    "currency": (
        "currency code|deal currency|currency iso code|transaction currency|currency of value"
        "|währung|devise|moneda|divisa",
    ),
    "close_date": (
        "close date|closing date|closing|abschlussdatum|date de clôture|fecha de cierre",
    ),
    "expected_close_on": (
        "expected close|expected close date|expected closing|expected closing date"
        "|estimated close date|est. close date|forecast close date|target close date"
        "|anticipated close date|geplantes abschlussdatum|voraussichtlicher abschluss"
        "|voraussichtliches abschlussdatum|date de clôture prévue|fecha de cierre prevista",
    ),
    "closed_at": (
        "closed date|closed on|date closed|deal closed on|actual close date|closed time"
        "|abgeschlossen am",
        "won time|won date|lost time|lost date",
    ),
    "created_at": (
        "create date|created date|created time|created on|date created|created|creation date"
        "|deal created|lead created|opportunity created|add time|date added|inquiry date"
        "|enquiry date|lead date|date received|engage date|engaged on|erstellt am|erstellt"
        "|angelegt am|date de création|créé le|fecha de creación|creado el",
        "date|datum|fecha|timestamp|submitted at|submission date",
    ),
    "next_follow_up_on": (
        "next follow up|next follow up date|follow up|follow up on|follow up date"
        "|next activity date|next step date|next contact|next contact date|next action date"
        "|callback date|reminder date|wiedervorlage|nächste wiedervorlage|relance"
        "|prochaine relance|date de relance|seguimiento|próximo seguimiento",
    ),
    "visibility": ("privacy|sichtbarkeit|visibilité|visibilidad",),
    "tags": (
        "tag|labels|label|group membership|schlagworte|étiquettes|etiquetas",
        "categories|category|keywords|kategorien|catégories|categorías",
    ),
    "external_id": (
        "record id|deal id|opportunity id|lead id|potential id|(do not modify) lead"
        "|(do not modify) opportunity|externe id",
        "id|uuid|guid",
    ),
    "lost_reason": (
        "loss reason|closed lost reason|reason lost|reason for loss|reason for losing|lost because"
        "|verlustgrund|raison de la perte|motif de perte|motivo de pérdida|razón de pérdida",
    ),
    "note": (
        "notes|description|comments|comment|remarks|remark|memo|memo/description|message|notiz"
        "|notizen|bemerkung|bemerkungen|beschreibung|kommentar|remarque|remarques|commentaire"
        "|commentaires|notas|nota|comentarios|descripción",
    ),
    "deleted": ("is deleted|deleted|isdeleted",),
}
