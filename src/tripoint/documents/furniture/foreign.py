"""Rows for the commonest of these words in other languages."""

from __future__ import annotations

from tripoint.documents.furniture.row import Furniture, row
from tripoint.model import BlockRole

ROWS: tuple[Furniture, ...] = (
    row(
        "a list of other pages, in another language",
        BlockRole.RELATED,
        r"(?:weitere|mehr|ähnliche|verwandte|empfohlene|passende|aktuelle|neueste|andere|"
        r"meistgelesene?) (?:artikel|beiträge|themen|infos?|informationen|nachrichten|news|meldungen|tipps|"
        r"texte|links|storys|zum thema|zu .{2,40}|von .{2,40}|aus .{2,40})(?: .{0,40})?:?|"
        r"(?:das könnte|könnte) .{0,20}(?:auch )?(?:interessieren|gefallen).{0,10}|auch interessant:?|"
        r"lesen sie (?:auch|hier|mehr|dazu|weiter).{0,160}|mehr (?:dazu|lesen|erfahren|anzeigen).{0,60}|"
        r"(?:zum|lies|siehe) (?:auch|thema)\b.{0,120}|weiterlesen.{0,60}|"
        r"(?:à )?lire (?:aussi|également|la suite).{0,160}|(?:articles?|sujets?) (?:liés|similaires|"
        r"connexes|récents)|sur le même (?:sujet|thème)|(?:dans|à) la même (?:rubrique|catégorie)|"
        r"te puede interesar.{0,60}|(?:lea|leer|lee|vea) (?:también|más|además).{0,160}|"
        r"(?:noticias|artículos) (?:relacionad[oa]s|recientes)|más (?:noticias|información|sobre .{2,40})|"
        r"leggi anche.{0,160}|(?:potrebbe|ti potrebbero) .{0,30}interessare.{0,20}|"
        r"(?:articoli|notizie) correlat[ie]|leia (?:também|mais).{0,160}|читайте также.{0,160}|"
        r"(?:похожие|связанные) .{2,30}|czytaj (?:także|też|więcej).{0,160}|lees ook.{0,160}",
        "list",
    ),
    row(
        "a comment layer's own words, in another language",
        BlockRole.NAVIGATION,
        r"(?:\d+ |keine |ein )?(?:kommentare?|antworten|reaktionen|leserkommentare|leserbriefe|"
        r"commentaires?|réactions|comentarios?|respuestas|commenti|комментари[ийев]+|komentarz[ey]?|"
        r"reacties)(?: (?:zu|auf|sur|en|a|su|к)\b.{0,160})?(?: ?\(\d+\)|: ?\d+)?:?|"
        r"kommentar(?:e)? (?:schreiben|verfassen|hinterlassen|abgeben|hinzufügen|abbrechen)|"
        r"schreib(?:e|en sie)? (?:einen|uns).{0,40}kommentar.{0,20}|"
        r"[*(]? ?pflichtfeld(?:er)?\b.{0,40}|"
        r"antwort(?:en)?(?: abbrechen| auf .{0,40})?|laisser un commentaire|répondre(?: à .{0,40})?|"
        r"ajouter un commentaire|réagir|deja (?:un comentario|una respuesta).{0,30}|responder|rispondi|"
        r"lascia un commento|ответить|odpowiedz",
        "thread",
    ),
    row(
        "share and credit lines in another language",
        BlockRole.NAVIGATION,
        r"(?:artikel |beitrag |seite )?(?:teilen|drucken|merken|empfehlen|weiterempfehlen|twittern|"
        r"weiterleiten|versenden|speichern|vorlesen)(?: (?:auf|per|via|mit|sie|diesen)\b.{0,60})?|"
        r"(?:teilen|drucken|merken|mailen|pinnen|facebook|twitter|"
        r"whatsapp)(?:[ ,|/·]+(?:teilen|drucken|merken|mailen|pinnen|facebook|twitter|whatsapp|e-mail))+|"
        r"partager.{0,60}|compartir.{0,60}|condividi.{0,40}|поделиться.{0,40}|"
        r"(?:schlagworte|schlagwörter|stichworte|kategorien?|themen|tags|mots[- ]clés|etiquetas|"
        r"теги)\s*:.{0,200}|zurück(?: zur? .{2,40})?|(?:nach oben|zum seitenanfang|startseite|suche|menü|"
        r"anmelden|newsletter abonnieren)",
    ),
)
