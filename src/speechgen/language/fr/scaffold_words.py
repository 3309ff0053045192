"""The texts of a new unit file, in French."""

from __future__ import annotations

from speechgen.language.scaffold_words import ScaffoldWords

SCAFFOLD_WORDS = ScaffoldWords(
    intro="Modèle «\u00a0{title}\u00a0». Remplir ce qui est obligatoire\u202f; ôter le # pour une ligne facultative.",
    needed="obligatoire",
    optional="facultatif",
    needed_by="obligatoire avec {parts}",
    shared="donné par {place}\u202f; à remplir pour le changer",
    default="à défaut, celui du modèle\u00a0: {value}",
    example="par exemple",
    parts="ôter le # de ceux que l’on choisit, dans l’ordre du discours\u202f; ou écrire - {title: …, text: …}",
)
