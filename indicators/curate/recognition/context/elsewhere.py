"""The names that a dataset knows → the pattern of China's other places, which a text can be about all the same."""

from collections.abc import Collection
from typing import Final

from indicators.curate.recognition.context.place_forms import COMPANY, ENGLISH_ZONE, TOWN
from indicators.curate.recognition.names.entry_names import longest_of

_PROVINCES: Final = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 "
    "四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
)

_PROVINCES_EN: Final = (
    "Beijing Tianjin Shanghai Chongqing Hebei Shanxi Liaoning Jilin Heilongjiang Jiangsu Zhejiang Anhui "
    "Fujian Jiangxi Shandong Henan Hubei Hunan Guangdong Hainan Sichuan Guizhou Yunnan Shaanxi Gansu Qinghai "
    "Taiwan Inner_Mongolia Guangxi Tibet Xizang Ningxia Xinjiang Hong_Kong Macao"
)

_CITIES: Final = (
    "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 "
    "忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 沈阳 大连 鞍山 抚顺 本溪 "
    "丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 四平 辽源 通化 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 "
    "双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 "
    "泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 "
    "安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 "
    "萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 临沂 德州 "
    "聊城 滨州 菏泽 莱芜 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 "
    "驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 长沙 株洲 "
    "湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 "
    "茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 "
    "贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 "
    "乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔东南 黔南 "
    "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 拉萨 日喀则 昌都 "
    "林芝 那曲 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 天水 武威 张掖 平凉 酒泉 "
    "庆阳 定西 陇南 临夏 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 巴音郭楞 "
    "阿克苏 喀什 和田 伊犁 塔城 阿勒泰"
)

_CITIES_EN: Final = (
    "Shijiazhuang Tangshan Qinhuangdao Handan Xingtai Baoding Zhangjiakou Chengde Cangzhou Langfang Hengshui "
    "Taiyuan Datong Yangquan Changzhi Jincheng Shuozhou Jinzhong Yuncheng Xinzhou Linfen Lvliang Hohhot "
    "Baotou Chifeng Tongliao Ordos Hulunbuir Bayannur Ulanqab Shenyang Dalian Anshan Fushun Benxi Dandong "
    "Jinzhou Yingkou Fuxin Liaoyang Panjin Tieling Huludao Changchun Siping Liaoyuan Tonghua Songyuan "
    "Baicheng Yanbian Harbin Qiqihar Jixi Hegang Shuangyashan Daqing Yichun Jiamusi Qitaihe Mudanjiang Heihe "
    "Suihua Nanjing Wuxi Xuzhou Changzhou Suzhou Nantong Lianyungang Huai'an Yancheng Yangzhou Zhenjiang "
    "Taizhou Suqian Hangzhou Ningbo Wenzhou Jiaxing Huzhou Shaoxing Jinhua Quzhou Zhoushan Lishui Hefei Wuhu "
    "Bengbu Huainan Maanshan Huaibei Tongling Anqing Huangshan Chuzhou Fuyang Lu'an Bozhou Chizhou Xuancheng "
    "Fuzhou Xiamen Putian Sanming Quanzhou Zhangzhou Nanping Longyan Ningde Nanchang Jingdezhen Pingxiang "
    "Jiujiang Xinyu Yingtan Ganzhou Ji'an Shangrao Jinan Qingdao Zibo Zaozhuang Dongying Yantai Weifang "
    "Jining Tai'an Weihai Linyi Dezhou Liaocheng Binzhou Heze Laiwu Zhengzhou Kaifeng Luoyang Pingdingshan "
    "Anyang Hebi Xinxiang Jiaozuo Puyang Xuchang Luohe Sanmenxia Nanyang Shangqiu Xinyang Zhoukou Zhumadian "
    "Jiyuan Wuhan Huangshi Shiyan Yichang Xiangyang Ezhou Jingmen Xiaogan Jingzhou Huanggang Xianning Suizhou "
    "Enshi Xiantao Qianjiang Tianmen Changsha Zhuzhou Xiangtan Hengyang Shaoyang Yueyang Changde Zhangjiajie "
    "Yiyang Chenzhou Yongzhou Huaihua Loudi Xiangxi Guangzhou Shaoguan Shenzhen Zhuhai Shantou Foshan "
    "Jiangmen Zhanjiang Maoming Zhaoqing Huizhou Meizhou Shanwei Heyuan Yangjiang Qingyuan Dongguan Zhongshan "
    "Chaozhou Jieyang Yunfu Nanning Liuzhou Guilin Wuzhou Beihai Fangchenggang Qinzhou Guigang Yulin Baise "
    "Hezhou Hechi Laibin Chongzuo Haikou Sanya Sansha Danzhou Chengdu Zigong Panzhihua Luzhou Deyang Mianyang "
    "Guangyuan Suining Neijiang Leshan Nanchong Meishan Yibin Guang'an Dazhou Bazhong Ziyang Aba Garze "
    "Liangshan Guiyang Liupanshui Zunyi Bijie Tongren Qiandongnan Qiannan Kunming Qujing Yuxi Baoshan "
    "Zhaotong Lijiang Pu'er Lincang Chuxiong Honghe Wenshan Xishuangbanna Dehong Nujiang Diqing Lhasa Xigaze "
    "Qamdo Nyingchi Nagqu Xi'an Tongchuan Baoji Xianyang Weinan Yan'an Hanzhong Ankang Shangluo Lanzhou "
    "Jiayuguan Jinchang Tianshui Wuwei Zhangye Pingliang Jiuquan Qingyang Dingxi Longnan Linxia Xining "
    "Yinchuan Shizuishan Wuzhong Guyuan Zhongwei Urumqi Karamay Turpan Hami Changji Bayingolin Aksu Kashgar "
    "Hotan Tacheng Altay"
)

_COUNTIES_EN: Final = (
    "Khorgos Shekou Wendeng Yangpu "
    "Alar Alashankou Anguo Anji Anlu Anning Anqiu Bazhou Beian Beiliu Beizhen Binhai Binzhou Botou Cenxi "
    "Changge Changning Changshu Changxing Changyi Changyuan Chaohu Chibi Chishui Chongming Chongzhou Cixi "
    "Conghua Dali Dangyang Danjiangkou Danyang Dashiqiao Daye Dehui Delingha Dengfeng Dengzhou Deqing Dexing "
    "Diaobingshan Dingzhou Donggang Dongtai Dongxing Dongyang Dujiangyan Dunhua Dunhuang Duyun Emeishan "
    "Enping Enshi Erenhot Feicheng Fengcheng Fengxian Fengzhen Fenyang Fu'an Fuding Fujin Fuqing Fuquan "
    "Fuyuan Gaizhou Gao'an Gaobeidian Gaomi Gaoping Gaoyou Gaozhou Gejiu Golmud Gongqingcheng Gongyi "
    "Gongzhuling Guangde Guanghan Guangshui Guiping Guixi Gujiao Hai'an Hailin Hailun Haimen Haining Haiyang "
    "Hancheng Hanchuan Hejian Hejin Helong Hengqin Hengzhou Heshan Honghu Hongjiang Horgos Houma Huadian "
    "Huanghua Huating Huayin Huaying Huazhou Huixian Hulin Hunchun Huozhou Ji'an Jiading Jian'ou Jiande "
    "Jiangshan Jiangyin Jiangyou Jianyang Jiaohe Jiaozhou Jieshou Jiexiu Jimo Jinggangshan Jinghong Jingjiang "
    "Jingshan Jingxi Jinjiang Jinshi Jinzhou Jishou Jurong Kaili Kaiping Kaiyuan Korla Kunshan Kuqa Laixi "
    "Laiyang Laizhou Langzhong Lanxi Laohekou Leiyang Leizhou Leling Lengshuijiang Leping Liangjiang "
    "Lianjiang Lianyuan Lianzhou Lichuan Liling Lingang Lingbao Linghai Lingwu Linhai Linqing Linxiang "
    "Linzhou Liuyang Liyang Longgang Longhai Longjing Longkou Longnan Longquan Lufeng Luoding Lushan Macheng "
    "Mangshi Manzhouli Meihekou Mengzhou Mengzi Mianzhu Miluo Mingguang Minhang Mishan Nan'an Nangong Nansha "
    "Ning'an Ningguo Ningxiang Panshi Panzhou Penglai Pengzhou Pingdu Pinghu Pingxiang Pizhou Pudong Puning "
    "Qian'an Qianhai Qianshan Qidong Qingpu Qingtongxia Qingzhen Qingzhou Qinyang Qionghai Qionglai Qixia "
    "Qufu Renhuai Renqiu Rongcheng Rugao Rui'an Ruichang Ruijin Ruili Rushan Ruzhou Sanhe Shahe Shangri-La "
    "Shangzhi Shaoshan Shaowu Shengzhou Shenmu Shifang Shihezi Shishi Shishou Shouguang Shulan Sihui "
    "Songjiang Songzi Suichang Suifenhe Taicang Taishan Taixing Tengchong Tengzhou Tianchang Tianmen "
    "Tongcheng Tongjiang Tongxiang Tumen Tumxuk Ulanhot Wafangdian Wanning Wanyuan Weihui Wenchang Wenling "
    "Wu'an Wuchang Wuchuan Wudalianchi Wugang Wujiaqu Wuwei Wuxue Wuyishan Wuzhishan Xiangcheng Xiangxiang "
    "Xiaoyi Xichang Xilinhot Xingcheng Xinghua Xingning Xingping Xingyang Xingyi Xinji Xinmi Xintai Xinyi "
    "Xinzheng Xiong'an Xuanwei Yakeshi Yangchun Yangzhong Yanji Yanshi Yicheng Yidu Yima Yingcheng Yingde "
    "Yining Yiwu Yixing Yizheng Yong'an Yongcheng Yongji Yongkang Yuanjiang Yuanping Yucheng Yueqing Yuhuan "
    "Yumen Yushu Yuyao Yuzhou Zaoyang Zengcheng Zhalantun Zhangjiagang Zhangshu Zhaodong Zhaoyuan Zhijiang "
    "Zhongxiang Zhuanghe Zhucheng Zhuji Zhuozhou Zichang Zixing Zoucheng Zouping Zunhua"
)
"""Cities at the level of counties, and districts and counties that need no word for it."""


def pattern(known: Collection[str]) -> str:
    """A pattern for a place that is none of the ``known`` ones, where it begins what a clause tells of.

    Its groups are ``zone``, ``province``, ``city``, ``local`` (a county, a district or a town), ``county`` (one
    that needs no word for it) and ``country``.
    """
    lowered = {name.lower() for name in known}
    provinces = _several([name.replace("_", " ") for name in f"{_PROVINCES} {_PROVINCES_EN}".split()], lowered)
    cities = _several(f"{_CITIES} {_CITIES_EN}".split(), lowered)
    counties = _several(_COUNTIES_EN.split(), lowered)
    begins = r"(?<!记者[/ :：])(?<!(?:通讯员|实习生)[/ :：])(?:(?<![\u4e00-\u9fffA-Za-z'-])"
    begins += r"|(?<=[年月日期度末底初来电讯据在从由省])(?<![到至在]年))"
    return (
        rf"(?=[\u4e00-\u9fffA-Znt]){begins}(?:(?P<zone>{_ZONE})|(?P<province>(?:{provinces})(?:省|自治区|市)?)|(?P<city>(?:{cities})[市州]?)"
        rf"|(?P<local>{_LOCAL})|(?P<county>{counties})|(?P<country>{_COUNTRY}))"
        rf"(?![a-z]|-[a-z])(?! (?:and [A-Z][a-z]+ )?[Cc]ustoms)(?!{COMPANY})"
        r"(?!银行|大学|学院|路|街|集团|公司|商会|籍|客商|企业家|等地|时代|农[业商]"
        r"|[\u4e00-\u9fff]{1,14}(?:公司|集团))"
    )


def _several(names: Collection[str], known: Collection[str]) -> str:
    """A pattern for one of some names that are not known."""
    return longest_of([name for name in names if name.lower() not in known])


_COUNTRY: Final = (
    "全国(?!首|最|百|文明|重点|第|各|人大|政协)|我国|中国(?![\u4e00-\u9fff]{0,8}(?:市场|协会|学会|银行|集团|公司|电信|移动"
    "|联通|石油|石化|科学院|人寿|邮政|博览会|论坛|[(（]))|[Cc]hina's|Chinese|[Nn]ationwide"
    "|(?:(?<=in )|(?<=across )|(?<=throughout ))(?:China(?! Daily)|the country(?![’']))"
)
_NO_FIRST: Final = (
    "全我该本各两三多个级省市县城地园社灾景山小库港新老沿辖厂校片街商郊专军特湖牧农林矿疫生超上股楼夜门都集是由占度处"
)
"""Characters with which what only looks like a place begins."""
_NO_PLACE: Final = (
    "高新|开发|经开|保税|自贸|示范|试验|度假|西部|中部|东部|工业|农村|主城|中心|部分|重点|所在|核心|样板|精品"
    "|其中|家城市|苏区|是|种|会议|完成|召开|消除|确保|在(?!平)|和(?![平田顺静县硕政龙林])"
)
_COUNTY: Final = (
    "(?:(?![全我该本各年月日从地已占动末今辖的])[\u4e00-\u9fff]){1,3}"
    "(?:(?<![一二三四五六七八九十特灌比])(?:[市县旗]|(?<![园景社库])区)|自治[县州])(?![场民委政人级域间内外长值别况分位])"
)
_ENGLISH: Final = (
    "(?!(?:China|The|This|That|Each|Our|Its|In|At|On|From|And|But|While|As|By|For|Also|Every|Chinese|Scenic|Tourist) )"
    "[A-Z][a-z]+(?: (?:- )?[A-Z][A-Za-z-]+){0,3}? "
    "(?:[Cc]ity|[Pp]rovince|[Cc]ounty|[Dd]istrict|(?<!Bay )(?<!Scenic )Area)"
)
_ZONE: Final = (
    r"(?!(?:The|This|That|Each|Our|Its|In|At|On|From|And|But|While|As|By|For|Also|Every|Chinese|National|Provincial"
    rf"|New) )[A-Z][a-z]+(?:'[a-z]{{2,10}})?(?: [A-Z][a-z]+)?(?:{ENGLISH_ZONE})"
)
_NO_FIRST_OF_TOWN: Final = "全我该本各两多个级省市县区镇乡城地是由占度处小中"
_LOCAL: Final = (
    rf"(?!个?[省市县区]{{2}})(?:(?![{_NO_FIRST}]|{_NO_PLACE}){_COUNTY}"
    rf"|(?![{_NO_FIRST_OF_TOWN}]|{_NO_PLACE}){TOWN}|{_ENGLISH})"
)
