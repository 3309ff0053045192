"""The titles of the keys that every unit file has, in French."""

from __future__ import annotations

from speechgen.language.unit_titles import KeyTitle, UnitTitles

UNIT_TITLES = UnitTitles(
    unit=KeyTitle("unité"),
    name=KeyTitle("nom complet", "Médiathèque Jeanne-Barret"),
    short=KeyTitle("nom court", "la médiathèque"),
    aliases=KeyTitle("autres noms", ["Jeanne-Barret"]),
    subordinates=KeyTitle(
        "noms de ses services, que check cherche dans les discours des autres unités", ["Bibliobus du canal"]
    ),
    head=KeyTitle("responsable de l’unité"),
    head_name=KeyTitle("nom", "Nadia Ferrand"),
    head_post=KeyTitle("fonction", "directrice"),
    dates=KeyTitle("dates"),
    meeting=KeyTitle("jour du discours", "2014-10-24"),
    figures_year=KeyTitle("année des chiffres\u202f; à défaut, celle du discours, ou la précédente avant mars", 2014),
    metrics=KeyTitle("chiffres"),
    before=KeyTitle("l’année précédente"),
    after=KeyTitle("cette année"),
    people=KeyTitle(
        "autres personnes nommées dans le discours, pour check", [{"name": "Paul Lenoir", "post": "adjoint"}]
    ),
    person_name=KeyTitle("nom", "Paul Lenoir"),
    person_post=KeyTitle("fonction", "adjoint"),
    mentions=KeyTitle("autres organismes nommés à dessein, pour check", ["Collège du Port"]),
    minutes=KeyTitle("durée permise en minutes, pour check", 10),
    template=KeyTitle("modèle"),
    wordings=KeyTitle("numéro de la variante d’un passage\u202f; à défaut, choisie d’après le nom de l’unité"),
    part_list=KeyTitle("Passages"),
    part_title=KeyTitle("titre du passage", "une porte toujours ouverte"),
    part_text=KeyTitle("texte du passage", "…"),
)
