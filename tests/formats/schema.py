"""The order of child elements in WordprocessingML (ISO/IEC 29500-1, annex A), for the elements that we write.

Word reports a file with another order as corrupt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

SEQUENCES = {
    name: children.split()
    for name, children in {
        "document": "background body",
        "body": "p sectPr",
        "p": "pPr",  # then runs and fields in any order
        "r": "rPr",
        "fldSimple": "fldData r",
        "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
            suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
            snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
            textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
        "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
            snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
            vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
        "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
            locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr""",
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "rPrDefault": "rPr",
        "pPrDefault": "pPr",
        "sectPr": """reference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
            pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings""",
        "settings": """writeProtection view zoom removePersonalInformation mirrorMargins proofState trackRevisions
            documentProtection defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr
            endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping shapeDefaults
            decimalSymbol listSeparator""",
        "compat": "balanceSingleByteDoubleByteWidth doNotExpandShiftReturn useFELayout compatSetting",
        "fonts": "font",
        "font": "altName panose1 charset family notTrueType pitch sig embedRegular",
        "ftr": "p",
        "tbl": "tblPr tblGrid tr",
        "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
            tblInd tblBorders shd tblLayout tblCellMar tblLook""",
        "tblBorders": "top left bottom right insideH insideV",
        "tblCellMar": "top left bottom right",
        "tblGrid": "gridCol",
        "tr": "trPr tc",
        "trPr": "cantSplit tblHeader",
        "tc": "tcPr p",
        "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
        "numPr": "ilvl numId",
        "numbering": "numPicBullet abstractNum num",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
        "num": "abstractNumId lvlOverride",
        "lvlOverride": "startOverride lvl",
    }.items()
}
_OPEN = frozenset(("p", "r"))  # after the properties, children may be in any order
_EMPTY: list[str] = []


def misplaced(root: etree._Element) -> Iterator[str]:
    """Yield the elements whose children the schema does not allow, or not in that order."""
    for parent in root.iter(f"{W}*"):
        name = _name(parent)
        children = [_name(child) for child in parent.iterchildren(tag=etree.Element)]
        if name == "body":  # paragraphs and tables in any order
            children = ["p" if child == "tbl" else child for child in children]
        allowed = SEQUENCES.get(name, _EMPTY)
        if name in _OPEN:
            if any(child in allowed for child in children[1:]):
                yield f"{name}: {children}"
            continue
        places = [allowed.index(child) if child in allowed else -1 for child in children]
        if -1 in places or places != sorted(places):
            yield f"{name}: {children}"


def _name(element: etree._Element) -> str:
    """The name as used in SEQUENCES, where header and footer references share one, since their order is free."""
    return re.sub("^(?:header|footer)Reference$", "reference", str(element.tag).removeprefix(W))
